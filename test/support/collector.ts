import { findPeople } from '../../apps/api/src/accounts/person-rows.js';
import { CredentialVault, vaultKeyFrom } from '../../apps/api/src/channels/credential-vault.js';
import { Credentials } from '../../apps/api/src/channels/credentials.js';
import { NetworkApplications } from '../../apps/api/src/channels/network-applications.js';
import { readEnvironment } from '../../apps/api/src/config/env.js';
import type { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { ChannelAccessService } from '../../apps/api/src/ingest/channel-access.service.js';
import { CollectChannel } from '../../apps/api/src/ingest/collect-channel.service.js';
import { TroubleWarnings } from '../../apps/api/src/ingest/trouble-warnings.service.js';
import { Outbox } from '../../apps/api/src/mail/outbox.js';
import { Connectors } from '../../apps/api/src/networks/connectors.js';

export interface CollectorSettings {
  transaction: TenantTransaction;
  secretKey: string;
  now: () => Date;
  /** A mail server, where what happens is to be told. */
  smtpUrl?: string;
  /** Base addresses by network. */
  networkUrls?: Record<string, string>;
}

/** What a worker is, without its queue and without the program around it; several may be opened over one database. */
export function makeCollector({ transaction, secretKey, now, smtpUrl, networkUrls = {} }: CollectorSettings) {
  const vault = new CredentialVault(vaultKeyFrom(secretKey));
  const [credentials, applications] = [new Credentials(vault), new NetworkApplications(vault)];
  const environment = { ...readEnvironment({}), allowPrivateAddresses: true, networkUrls, smtpUrl: smtpUrl ?? null };
  const connectors = new Connectors(environment, now);
  const warnings = new TroubleWarnings({ peopleOf: findPeople }, new Outbox(vault, environment, now));
  const accesses = new ChannelAccessService(transaction, credentials, applications, now);
  return { applications, collect: new CollectChannel(transaction, connectors, accesses, warnings, now), credentials, close: () => connectors.onApplicationShutdown() };
}
