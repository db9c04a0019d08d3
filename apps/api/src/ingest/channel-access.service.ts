import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Channel } from '../channels/channel.entity.js';
import { VaultError } from '../channels/credential-vault.js';
import { Credentials } from '../channels/credentials.js';
import { NetworkApplications } from '../channels/network-applications.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { applicationNetwork } from '../networks/core/application-network.js';
import type { AccessSecret, ChannelAccess, JsonValue, NetworkApplication, NetworkConnector } from '../networks/core/network-connector.js';
import { networkOf } from '../networks/registry.js';
import { CLOCK, type Clock } from '../operations/clock.js';

/** A channel cannot be opened, for a reason that lies here and not at its network. */
export class AccessProblem extends Error {
  constructor(readonly reason: 'access-unreadable' | 'application-missing' | 'fault', options?: ErrorOptions) {
    super(reason, options);
  }
}

/** A channel to open, and what its connector remembers of it. */
export interface OpenedChannel {
  channel: Channel;
  memory: JsonValue;
}

/** Opens channels: their secret, the installation's application, and a fresh secret in time. */
@Injectable()
export class ChannelAccessService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly credentials: Credentials,
    private readonly applications: NetworkApplications,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The access of a channel, its secret renewed where it is time. @throws AccessProblem, NetworkError access-revoked */
  async open({ channel, memory }: OpenedChannel, connector: NetworkConnector): Promise<ChannelAccess> {
    const access = { ...(await this.transaction.run(channel.organisationId, (manager) => this.read(manager, channel))), memory };
    const renewAt = access.secret?.renewAt ?? null;
    if (renewAt === null || connector.renew === undefined || new Date(renewAt) > this.clock()) return access;
    return this.renew(channel, { access, connector });
  }

  /** A fresh secret, kept before it is used: the one before may be dead from now on. */
  async renew(channel: Channel, { access, connector }: { access: ChannelAccess; connector: NetworkConnector }): Promise<ChannelAccess> {
    const secret = await connector.renew?.(access);
    if (secret === undefined) return access;
    const key = { organisationId: channel.organisationId, channelId: channel.id };
    await this.transaction.run(channel.organisationId, (manager) => this.credentials.write(manager, key, { secret, at: this.clock() }));
    return { ...access, secret };
  }

  private async read(manager: EntityManager, channel: Channel): Promise<Omit<ChannelAccess, 'memory'>> {
    const { secret, application } = await this.unseal(manager, channel);
    if (application === null && networkOf(channel.network).connect?.needsApplication && secret !== null) throw new AccessProblem('application-missing');
    return { externalId: channel.externalId ?? '', timeZone: channel.timeZone, settings: channel.settings, secret, application };
  }

  private async unseal(manager: EntityManager, channel: Channel): Promise<{ secret: AccessSecret | null; application: NetworkApplication | null }> {
    try {
      const secret = await this.credentials.read(manager, { organisationId: channel.organisationId, channelId: channel.id });
      const host = applicationHost(channel.settings, networkOf(channel.network).connect?.needsApplication ?? false);
      const network = applicationNetwork(networkOf(channel.network), channel.settings);
      return { secret, application: await this.applications.read(manager, { network, host }) };
    } catch (cause) {
      if (cause instanceof VaultError) throw new AccessProblem('access-unreadable', { cause });
      throw cause;
    }
  }
}

/** Where an application is registered: once for the whole network, or at the channel's own server. */
export function applicationHost(settings: Readonly<Record<string, string>>, isForWholeNetwork: boolean): string {
  return isForWholeNetwork ? '' : (URL.parse(settings['address'] ?? '')?.host ?? '');
}
