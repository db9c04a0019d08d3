import { Injectable } from '@nestjs/common';
import type { Channel as ChannelView, CreateChannel, UpdateChannel } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { checkChannelRoom } from '../accounts/organisation-limits.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { findNetwork } from '../networks/registry.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { refreshRollups } from '../posts/refresh-rollups.js';
import { recordAct } from '../operations/record-act.js';
import { Channel } from './channel.entity.js';
import { ChannelError } from './channel-error.js';
import { readChannels } from './channel-list.query.js';

/** Channels of an organisation: which there are, what they are called, for whom. */
@Injectable()
export class ChannelsService {
  constructor(private readonly transaction: TenantTransaction) {}

  list(organisationId: string): Promise<ChannelView[]> {
    return this.transaction.run(organisationId, (manager) => readChannels(manager, organisationId));
  }

  one(organisationId: string, id: string): Promise<ChannelView> {
    return this.transaction.run(organisationId, (manager) => viewOf(manager, organisationId, id));
  }

  create(organisation: { id: string; timeZone: string }, wanted: CreateChannel): Promise<ChannelView> {
    return this.transaction.run(organisation.id, async (manager) => {
      await holdLedger(manager, organisation.id);
      const id = await createChannel(manager, organisation, { ...wanted, originId: null });
      if (wanted.parentChannelId) await setParent(manager, { organisationId: organisation.id, id, parentId: wanted.parentChannelId });
      await recordAct(manager, 'channel-added', { subject: wanted.name });
      return viewOf(manager, organisation.id, id);
    });
  }

  /** A new time zone moves every local day and hour of the channel, so its rollups are made anew. */
  update(organisationId: string, id: string, wanted: UpdateChannel): Promise<ChannelView> {
    return this.transaction.run(organisationId, async (manager) => {
      await holdLedger(manager, organisationId);
      const channel = await findChannel(manager, organisationId, id);
      const { isMain, parentChannelId, ...plain } = wanted;
      if (isMain) await makeMain(manager, organisationId, id);
      if (parentChannelId !== undefined) await setParent(manager, { organisationId, id, parentId: parentChannelId });
      if (Object.keys(plain).length > 0) await manager.update(Channel, { organisationId, id }, given(plain));
      if (wanted.timeZone !== undefined && wanted.timeZone !== channel.timeZone) {
        const moved = { id, network: channel.network, timeZone: wanted.timeZone };
        await refreshRollups(manager, { organisationId, channels: [moved], scope: { kind: 'channel', channelId: id, from: null } });
      }
      await recordAct(manager, 'channel-changed', { subject: channel.name });
      return viewOf(manager, organisationId, id);
    });
  }
}

/** @throws ChannelError channel-not-found  where the organisation has no such channel */
export async function findChannel(manager: EntityManager, organisationId: string, id: string): Promise<Channel> {
  const channel = await manager.findOneBy(Channel, { organisationId, id });
  if (!channel) throw new ChannelError('channel-not-found');
  return channel;
}

/** Inserts a channel; files create theirs this way too. @throws ChannelError on an unknown network or a known external id; AccountError channel-limit */
export async function createChannel(manager: EntityManager, organisation: { id: string; timeZone: string }, wanted: CreateChannel & { originId: string | null }): Promise<string> {
  const network = findNetwork(wanted.network);
  if (!network) throw new ChannelError('unknown-network', { network: wanted.network });
  const key = { organisationId: organisation.id, network: wanted.network, externalId: wanted.externalId ?? '' };
  if (wanted.externalId !== undefined && (await manager.existsBy(Channel, key))) throw new ChannelError('external-id-taken');
  await checkChannelRoom(manager, organisation.id);
  const id = newId();
  await manager.insert(Channel, {
    organisationId: organisation.id, id, network: wanted.network, name: wanted.name,
    kind: wanted.kind ?? network.descriptor.channelKinds[0] ?? 'page', externalId: wanted.externalId ?? null, audience: wanted.audience ?? null,
    timeZone: wanted.timeZone ?? organisation.timeZone, state: 'file', isMain: false, originId: wanted.originId, settings: {}, isBackfilled: false, failures: 0,
  });
  return id;
}

/** Only what was given: an absent field stays as it is. */
function given(wanted: Omit<UpdateChannel, 'isMain' | 'parentChannelId'>): Partial<Channel> {
  const { name, kind, audience, timeZone, state } = wanted;
  return {
    ...(name === undefined ? {} : { name }), ...(kind === undefined ? {} : { kind }), ...(audience === undefined ? {} : { audience }),
    ...(timeZone === undefined ? {} : { timeZone }), ...(state === undefined ? {} : { state }),
  };
}

async function viewOf(manager: EntityManager, organisationId: string, id: string): Promise<ChannelView> {
  const [view] = await readChannels(manager, organisationId, id);
  if (!view) throw new ChannelError('channel-not-found');
  return view;
}

async function makeMain(manager: EntityManager, organisationId: string, id: string): Promise<void> {
  await manager.update(Channel, { organisationId, isMain: true }, { isMain: false });
  await manager.update(Channel, { organisationId, id }, { isMain: true });
}

async function setParent(manager: EntityManager, link: { organisationId: string; id: string; parentId: string | null }): Promise<void> {
  const { organisationId, id, parentId } = link;
  for (let above = parentId; above !== null; ) {
    if (above === id) throw new ChannelError('parent-circle');
    const parent = await manager.findOneBy(Channel, { organisationId, id: above });
    if (!parent) throw new ChannelError('parent-not-found');
    above = parent.parentChannelId;
  }
  await manager.update(Channel, { organisationId, id }, { parentChannelId: parentId });
}
