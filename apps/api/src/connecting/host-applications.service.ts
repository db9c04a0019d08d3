import { Inject, Injectable } from '@nestjs/common';
import type { NetworkApplication, SetNetworkApplication } from '@portee/shared';
import { ChannelError } from '../channels/channel-error.js';
import { NetworkApplications } from '../channels/network-applications.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { listNetworks } from '../networks/registry.js';
import { CLOCK, type Clock } from '../operations/clock.js';

/** Networks at which the host of the installation registers Portée once. */
export function networksOfHost(): string[] {
  return listNetworks().filter(({ connect }) => connect?.needsApplication).map(({ network }) => network);
}

/** The installation's registrations at networks, as its host keeps them. */
@Injectable()
export class HostApplications {
  constructor(private readonly transaction: TenantTransaction, private readonly applications: NetworkApplications, @Inject(CLOCK) private readonly clock: Clock) {}

  async list(redirectUri: string): Promise<NetworkApplication[]> {
    const registered = await this.transaction.lookUp((manager) => this.applications.list(manager));
    return networksOfHost().map((network) => {
      const found = registered.find((one) => one.network === network && one.host === '');
      return { network, clientId: found?.clientId ?? null, registeredAt: found?.registeredAt.toISOString() ?? null, redirectUri };
    });
  }

  /** @throws ChannelError unknown-network */
  async set(network: string, application: SetNetworkApplication): Promise<void> {
    refuseOthers(network);
    await this.transaction.together((manager) => this.applications.write(manager, { network, host: '' }, { application, at: this.clock() }));
  }

  /** @throws ChannelError unknown-network */
  async remove(network: string): Promise<void> {
    refuseOthers(network);
    await this.transaction.together((manager) => this.applications.remove(manager, { network, host: '' }));
  }
}

function refuseOthers(network: string): void {
  if (!networksOfHost().includes(network)) throw new ChannelError('unknown-network', { network });
}
