import { v7 as newId } from 'uuid';
import { createChannel } from '../../apps/api/src/channels/channels.service.js';
import type { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { NO_FIGURES, type PostReading } from '../../apps/api/src/networks/core/readings.js';
import type { LedgerChannel } from '../../apps/api/src/posts/ledger-channel.js';
import type { StagedPost } from '../../apps/api/src/posts/stage-readings.js';
import { writeReadings } from '../../apps/api/src/posts/write-readings.js';
import { askDatabase } from '../support/database-client.js';
import { addBenchOrganisation, type BenchDatabase } from './bench-database.js';
import { type Measure, median } from './verdict.js';

/** Posts in a batch: a page of a network's answer. */
const POSTS = 40;
/** Posts that each batch brings anew; the others were read before, with other figures. */
const NEW_POSTS = 4;
const BATCHES = 60;
const RUNS = 3;
const HOUR_MS = 3_600_000;
const START = Date.UTC(2025, 0, 1);

type Manager = Parameters<Parameters<TenantTransaction['run']>[1]>[0];
type Write = (manager: Manager, channel: LedgerChannel, batch: readonly PostReading[]) => Promise<unknown>;

/** What a collector does all day: small batches through the single writer, beside a bare upsert of the same rows into the same tables. */
export async function measureSmallBatches(database: BenchDatabase): Promise<Measure[]> {
  const organisationId = await addBenchOrganisation(database);
  const writer: Write = (manager, channel, batch) => writeBatch(manager, organisationId, { channel, batch });
  const upserter: Write = (manager, channel, batch) => upsert(manager, organisationId, { channel, batch });
  // A database in use has been counted by its server; one of a minute ago has not, and plans by guesses.
  await timeBatches(database, organisationId, writer);
  await askDatabase(database.ownerUrl, 'VACUUM ANALYZE');
  const runs: { written: number; bare: number }[] = [];
  for (let index = 0; index < RUNS; index += 1) {
    runs.push({ written: await timeBatches(database, organisationId, writer), bare: await timeBatches(database, organisationId, upserter) });
  }
  return [{
    what: `a batch of ${POSTS} posts against a bare upsert, ${database.kind}`, runs: runs.map(({ written, bare }) => written / bare), unit: 'ratio',
    note: `${median(runs.map(({ written }) => written)).toFixed(1)} ms with settled posts and months, ${median(runs.map(({ bare }) => bare)).toFixed(1)} ms for unnest into post and post_snapshot alone; ${NEW_POSTS} of the posts are new`,
  }];
}

/** Milliseconds of the median batch, each in a transaction of its own, into a channel of its own. */
async function timeBatches({ transaction }: BenchDatabase, organisationId: string, write: Write): Promise<number> {
  const timeZone = 'Europe/Brussels';
  const id = await transaction.run(organisationId, (manager) => createChannel(manager, { id: organisationId, timeZone }, { network: 'mastodon', name: 'Le fil', originId: null }));
  const times: number[] = [];
  for (let number = 0; number < BATCHES; number += 1) {
    const batch = inventBatch(number);
    const start = performance.now();
    await transaction.run(organisationId, (manager) => write(manager, { id, network: 'mastodon', timeZone }, batch));
    times.push(performance.now() - start);
  }
  return median(times);
}

/** The latest posts of a feed, two a day, as they stand when the batch is read. */
function inventBatch(number: number): PostReading[] {
  const first = number * NEW_POSTS;
  const observedAt = new Date(START + (first + POSTS) * 12 * HOUR_MS);
  return Array.from({ length: POSTS }, (_, place) => ({
    externalId: `p${first + place}`, publishedAt: new Date(START + (first + place) * 12 * HOUR_MS), observedAt,
    format: 'photo', text: `Concert de la saison, numéro ${first + place}`, url: `https://example.org/p/${first + place}`,
    paid: false, isShare: false, authorRole: null, themes: [], deletedAt: null,
    figures: { ...NO_FIGURES, likes: number + place, shares: number, comments: place },
  }));
}

async function writeBatch(manager: Manager, organisationId: string, { channel, batch }: { channel: LedgerChannel; batch: readonly PostReading[] }): Promise<void> {
  const origin = { organisationId, originId: newId(), source: 'api', remembersReplaced: false } as const;
  await writeReadings(manager, { origin, observedAt: new Date(), posts: staged(batch), channels: () => Promise.resolve(new Map([[1, channel]])) });
}

async function* staged(batch: readonly PostReading[]): AsyncGenerator<StagedPost> {
  for (const reading of batch) yield { channelNumber: 1, reading };
}

async function upsert(manager: Manager, organisationId: string, { channel, batch }: { channel: LedgerChannel; batch: readonly PostReading[] }): Promise<void> {
  const column = <T>(read: (reading: PostReading) => T): T[] => batch.map(read);
  await manager.query(
    `WITH reading AS (
       SELECT * FROM unnest($3::uuid[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::timestamptz[], $9::bigint[], $10::bigint[], $11::bigint[])
         AS r(id, external_id, published_at, text, url, observed_at, likes, shares, comments)
     ), known AS (
       INSERT INTO post (organisation_id, channel_id, id, external_id, published_at, format, text, url, paid, described_at, origin_id)
       SELECT $1, $2, id, external_id, published_at, 'photo', text, url, false, observed_at, $2 FROM reading
       ON CONFLICT (organisation_id, channel_id, external_id) DO UPDATE SET text = excluded.text, url = excluded.url, described_at = excluded.described_at
       RETURNING id, external_id
     ) INSERT INTO post_snapshot (organisation_id, post_id, observed_at, origin_id, source, definition_day, likes, shares, comments)
     SELECT $1, k.id, r.observed_at, $2, 'api', r.observed_at::date, r.likes, r.shares, r.comments FROM known k JOIN reading r USING (external_id)
     ON CONFLICT DO NOTHING`,
    [
      organisationId, channel.id, column(() => newId()), column(({ externalId }) => externalId), column(({ publishedAt }) => publishedAt), column(({ text }) => text),
      column(({ url }) => url), column(({ observedAt }) => observedAt), column(({ figures }) => figures.likes), column(({ figures }) => figures.shares), column(({ figures }) => figures.comments),
    ],
  );
}
