import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ENVIRONMENT } from '../config/config.module.js';
import type { Environment } from '../config/env.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { HttpClient } from './core/http-client.js';
import type { NetworkConnector } from './core/network-connector.js';
import { registry } from './registry.js';

/** The connector of each network that can be asked, over one guarded client. */
@Injectable()
export class Connectors implements OnApplicationShutdown {
  private readonly http: HttpClient;
  private readonly connectors: ReadonlyMap<string, NetworkConnector>;

  constructor(@Inject(ENVIRONMENT) environment: Environment, @Inject(CLOCK) clock: Clock) {
    const { networkUrls, allowPrivateAddresses } = environment;
    this.http = new HttpClient({ now: clock, networkUrls, allowPrivateAddresses });
    this.connectors = new Map(registry.flatMap(({ descriptor, connector: Connector }) => (Connector ? [[descriptor.network, new Connector(this.http)] as const] : [])));
  }

  /** null: the network is not asked by itself. */
  of(network: string): NetworkConnector | null {
    return this.connectors.get(network) ?? null;
  }

  /** Every answer that is waited for fails, and nothing more can be asked. */
  hangUp(): Promise<void> {
    return this.http.close();
  }

  onApplicationShutdown(): Promise<void> {
    return this.hangUp();
  }
}
