import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OrganisationContext } from '../accounts/caller.js';
import { Channel } from '../channels/channel.entity.js';
import { createChannel, findChannel } from '../channels/channels.service.js';
import { connectChannel } from '../channels/connect-channel.js';
import { Credentials } from '../channels/credentials.js';
import type { ChannelChoice } from '../networks/core/connect-flow.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import type { Attempt } from './connection-attempts.js';
import { ConnectionError, sayWhere } from './connection-error.js';

interface Place {
  organisation: OrganisationContext;
  attempt: Attempt;
}

interface Chosen {
  choice: ChannelChoice;
  channelId: string | null;
}

/** Writes one chosen channel: into the one it already is, the one it was told to become, or a new one. */
@Injectable()
export class SaveChoice {
  constructor(private readonly credentials: Credentials, @Inject(CLOCK) private readonly clock: Clock) {}

  /** Whether it may become that channel. @throws ConnectionError connection-other-channel, ChannelError channel-not-found */
  async check(manager: EntityManager, { organisation, attempt: { network } }: Place, { choice: { externalId, name }, channelId }: Chosen): Promise<void> {
    if (channelId === null) return;
    const channel = await findChannel(manager, organisation.id, channelId);
    const twin = await manager.findOneBy(Channel, { organisationId: organisation.id, network, externalId });
    const isOther = channel.network !== network || (channel.externalId !== null && channel.externalId !== externalId) || (twin !== null && twin.id !== channelId);
    if (isOther) throw new ConnectionError('connection-other-channel', { network: sayWhere({ network, locale: organisation.language, channel: name }) });
  }

  /** Under holdLedger. @returns the channel's id */
  async run(manager: EntityManager, place: Place, chosen: Chosen): Promise<string> {
    const { organisation, attempt: { network } } = place;
    const { externalId, name, kind, settings, secret } = chosen.choice;
    await this.check(manager, place, chosen);
    const known = await manager.findOneBy(Channel, { organisationId: organisation.id, network, externalId });
    const channelId = chosen.channelId ?? known?.id ?? (await createChannel(manager, organisation, { network, name, kind, externalId, originId: null }));
    const connection = { externalId, secret, settings: { ...settings, networkName: name }, now: this.clock() };
    await connectChannel(manager, { key: { organisationId: organisation.id, channelId }, connection }, this.credentials);
    return channelId;
  }
}
