import { Inject, Injectable } from '@nestjs/common';
import { type ApplicationKey, NetworkApplications, type RegisteredApplication } from '../channels/network-applications.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { applicationHost } from '../ingest/channel-access.service.js';
import { applicationNetwork } from '../networks/core/application-network.js';
import type { TypedSettings } from '../networks/core/connect-flow.js';
import type { NetworkApplication, NetworkConnector } from '../networks/core/network-connector.js';
import { networkOf } from '../networks/registry.js';
import { CLOCK, type Clock } from '../operations/clock.js';

/** For which network, and at which of its servers. */
export interface ApplicationPlace {
  network: string;
  /** As typed, or as the channel keeps them. */
  settings: TypedSettings;
}

/** The installation's application at a network: the one its host registered, or one registered on the fly at a server. */
@Injectable()
export class ApplicationFinder {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly applications: NetworkApplications,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** null: none is registered. */
  find(place: ApplicationPlace): Promise<RegisteredApplication | null> {
    return this.transaction.lookUp((manager) => this.applications.read(manager, keyOf(place)));
  }

  /** Registers one where the network lets anybody do so. null: its host must. @throws NetworkError */
  async findOrRegister(place: ApplicationPlace, { connecting }: NetworkConnector, redirectUri: string): Promise<NetworkApplication | null> {
    const known = await this.find(place);
    if (connecting.registerApplication === undefined || (known !== null && (known.redirectUri ?? redirectUri) === redirectUri)) return known;
    // None yet, or registered when this installation had another address.
    const application = { ...(await connecting.registerApplication(place.settings, redirectUri)), redirectUri };
    await this.keep(place, application);
    return application;
  }

  /** Keeps one for a server that is asked under another name than the one typed. */
  keep(place: ApplicationPlace, application: RegisteredApplication): Promise<void> {
    return this.transaction.together((manager) => this.applications.write(manager, keyOf(place), { application, at: this.clock() }));
  }

  /** The server no longer knows it: the next connection registers another. */
  forget(place: ApplicationPlace): Promise<void> {
    return this.transaction.together((manager) => this.applications.remove(manager, keyOf(place)));
  }
}

function keyOf({ network, settings }: ApplicationPlace): ApplicationKey {
  const descriptor = networkOf(network);
  const isForWholeNetwork = descriptor.connect?.needsApplication ?? false;
  return { network: applicationNetwork(descriptor, settings), host: isForWholeNetwork ? '' : applicationHost({ address: wholeAddress(settings['address'] ?? '') }, false) };
}

/** People type "mastodon.example" or "@centre@mastodon.example" where a channel keeps "https://mastodon.example". */
function wholeAddress(typed: string): string {
  const bare = typed.trim().toLowerCase();
  return /^https?:\/\//.test(bare) ? bare : `https://${bare.split('@').at(-1) ?? ''}`;
}
