import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { People } from '../../apps/api/src/accounts/people.js';
import { connectChannel } from '../../apps/api/src/channels/connect-channel.js';
import { createChannel } from '../../apps/api/src/channels/channels.service.js';
import { type ChannelKey, Credentials } from '../../apps/api/src/channels/credentials.js';
import { NetworkApplications } from '../../apps/api/src/channels/network-applications.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { findNetwork } from '../../apps/api/src/networks/registry.js';
import type { EveryNetwork } from '../networks/every-network.js';

const NAME = 'Centre fictif en direct (réseaux inventés)';
const EMAIL = 'direct@centre-fictif.example';

/** A fictitious organisation whose channels are open to collection, and how one signs in to it. */
export interface LiveCentre {
  slug: string;
  email: string;
  password: string;
  channels: ReadonlyMap<string, ChannelKey>;
}

/** One channel on each network that is played, all of them due. */
export async function openLiveCentre(app: INestApplicationContext, every: EveryNetwork, now: Date): Promise<LiveCentre> {
  const get = <T>(service: new (...parts: never[]) => T): T => app.get<T>(service, { strict: false });
  const [transaction, credentials] = [get(TenantTransaction), get(Credentials)];
  const { id: organisationId, slug, timeZone } = await get(OrganisationsService).create({ name: NAME, slug: 'centre-fictif-en-direct', timeZone: 'Europe/Brussels', isDemonstration: true });
  const password = randomBytes(12).toString('base64url');
  await get(People).create({ email: EMAIL, name: 'Personne fictive', password, language: 'fr' }, { organisationId, role: 'owner' });
  const applications = get(NetworkApplications);
  await transaction.together(async (manager) => {
    for (const [network, application] of Object.entries(every.applications)) await applications.write(manager, { network, host: '' }, { application, at: now });
  });
  const channels = new Map<string, ChannelKey>();
  await transaction.run(organisationId, async (manager) => {
    for (const { network, externalId, address, secret } of every.doors) {
      const descriptor = findNetwork(network)?.descriptor;
      if (!descriptor?.collection) continue;
      const channelId = await createChannel(manager, { id: organisationId, timeZone }, { network, name: `${descriptor.label} (fictif)`, originId: null });
      const key = { organisationId, channelId };
      await connectChannel(manager, { key, connection: { externalId, settings: address === null ? {} : { address }, secret, now } }, credentials);
      channels.set(network, key);
    }
  });
  return { slug, email: EMAIL, password, channels };
}
