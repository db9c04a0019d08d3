import { v7 as newId } from 'uuid';
import { Organisation } from '../../apps/api/src/accounts/organisation.entity.js';
import { createChannel } from '../../apps/api/src/channels/channels.service.js';
import { applicationDataSource } from '../../apps/api/src/database/data-source.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { NO_FIGURES, type PostFigures, type PostReading } from '../../apps/api/src/networks/core/readings.js';
import type { LedgerChannel } from '../../apps/api/src/posts/ledger-channel.js';
import { type WriteOutcome, writeReadings } from '../../apps/api/src/posts/write-readings.js';
import { createDatabase, type TestDatabase } from './database.js';

type DataSource = ReturnType<typeof applicationDataSource>;
/** What a tenant's transaction is given to work with. */
export type EntityManager = Parameters<Parameters<TenantTransaction['run']>[1]>[0];

/** A ledger without the program around it: for tests of what the database must hold. */
export interface TestLedger {
  database: TestDatabase;
  source: DataSource;
  transaction: TenantTransaction;
  close(): Promise<void>;
}

export async function openLedger(): Promise<TestLedger> {
  const database = await createDatabase();
  const source = await applicationDataSource(database.applicationUrl, 4).initialize();
  return {
    database, source, transaction: new TenantTransaction(source),
    close: async () => {
      await source.destroy();
      await database.drop();
    },
  };
}

/** An organisation in Brussels, under its own id. */
export async function addOrganisation(transaction: TenantTransaction, name: string): Promise<{ id: string; timeZone: string }> {
  const organisation = { id: newId(), slug: name.toLowerCase(), name, timeZone: 'Europe/Brussels', isDemonstration: false };
  await transaction.run(organisation.id, (manager) => manager.insert(Organisation, organisation));
  return organisation;
}

export async function addChannel(manager: EntityManager, organisation: { id: string; timeZone: string }, network: string): Promise<LedgerChannel> {
  const id = await createChannel(manager, organisation, { network, name: `Notre ${network}`, originId: null });
  return { id, network, timeZone: organisation.timeZone };
}

/** A post published at an instant, with some figures; everything else is unknown. */
export function reading(externalId: string, publishedAt: string, rest: Partial<Omit<PostReading, 'figures'>> & { figures?: Partial<PostFigures> } = {}): PostReading {
  return {
    externalId, publishedAt: new Date(publishedAt), format: 'photo', text: `publication ${externalId}`, url: null, paid: false, isShare: false,
    authorRole: null, themes: [], deletedAt: null, observedAt: null, ...rest, figures: { ...NO_FIGURES, ...rest.figures },
  };
}

export interface WriteRequest {
  channel: LedgerChannel;
  observedAt: string;
  posts?: readonly PostReading[];
  followers?: readonly { day: string; followers: number }[];
  source?: 'api' | 'file' | 'hand' | 'demo';
  originId?: string;
}

export function write(manager: EntityManager, organisationId: string, request: WriteRequest): Promise<WriteOutcome> {
  const { channel, posts, followers } = request;
  const days = followers?.map((day) => ({ channelNumber: 1, reading: { observedAt: null, reach: null, views: null, visits: null, followersReached28Days: null, ...day } }));
  return writeReadings(manager, {
    origin: { organisationId, originId: request.originId ?? newId(), source: request.source ?? 'file', remembersReplaced: false },
    observedAt: new Date(request.observedAt),
    ...(posts ? { posts: each(posts.map((post) => ({ channelNumber: 1, reading: post }))) } : {}),
    ...(days ? { days: each(days) } : {}),
    channels: () => Promise.resolve(new Map([[1, channel]])),
  });
}

/** A list as the writer takes it: one after the other. */
export async function* each<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}
