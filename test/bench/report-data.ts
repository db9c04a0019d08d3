import { openExport } from '../../apps/api/src/imports/open-export.js';
import { createChannel } from '../../apps/api/src/channels/channels.service.js';
import type { LedgerChannel } from '../../apps/api/src/posts/ledger-channel.js';
import type { PostReading } from '../../apps/api/src/networks/core/readings.js';
import type { StagedPost } from '../../apps/api/src/posts/stage-readings.js';
import { writeReadings } from '../../apps/api/src/posts/write-readings.js';
import type { BenchDatabase } from './bench-database.js';
import { bigPorteeCsv } from './big-files.js';

const NETWORKS = ['facebook', 'instagram', 'newsletter', 'youtube', 'mastodon'];
/** About fifteen posts a month of each channel. */
const POSTS_A_YEAR = 178;

/** How much an organisation has. */
export interface OrganisationSize {
  networks: readonly string[];
  years: number;
}

const NINE_YEARS: OrganisationSize = { networks: NETWORKS, years: 9 };
/** A post is read at these ages, in days: as a collection does. */
const READ_AT_DAYS = [0.25, 1, 3, 7, 14];
const DAY_MS = 86_400_000;

/** What was written, for the tables' sake. */
export const REPORT_DATA = told(NINE_YEARS);

export function told({ networks, years }: OrganisationSize): string {
  return `${networks.length} channels, ${years * POSTS_A_YEAR} posts each over ${years} years, ${READ_AT_DAYS.length} readings a post`;
}

/** Fills an organisation as years of collecting would. */
export async function fillOrganisation({ transaction }: BenchDatabase, organisationId: string, { networks, years }: OrganisationSize = NINE_YEARS): Promise<LedgerChannel[]> {
  const readings = await inventReadings(years);
  const channels: LedgerChannel[] = [];
  for (const network of networks) {
    channels.push(await transaction.run(organisationId, async (manager) => {
      const id = await createChannel(manager, { id: organisationId, timeZone: 'Europe/Brussels' }, { network, name: `Notre ${network}`, originId: null });
      const channel = { id, network, timeZone: 'Europe/Brussels' };
      const origin = { organisationId, originId: id, source: 'api', remembersReplaced: false } as const;
      await writeReadings(manager, { origin, observedAt: new Date(), posts: manyTimes(readings), channels: () => Promise.resolve(new Map([[1, channel]])) });
      return channel;
    }));
  }
  return channels;
}

async function inventReadings(years: number): Promise<PostReading[]> {
  const source = async function* () { for (const line of bigPorteeCsv(years * POSTS_A_YEAR, years)) yield Buffer.from(line); };
  const opened = await openExport(source(), { observedAt: new Date(), fileBytes: 0, chosen: null, fileTimeZone: null, mapping: null, mappedNetwork: null });
  if (opened.kind !== 'readable') throw new Error(`the bench's own file is ${opened.kind}`);
  const readings: PostReading[] = [];
  for await (const row of opened.rows) if (row.kind === 'post') readings.push(row.reading);
  return readings;
}

async function* manyTimes(readings: readonly PostReading[]): AsyncGenerator<StagedPost> {
  for (const reading of readings) {
    for (const [index, days] of READ_AT_DAYS.entries()) {
      const reach = Math.round(((reading.figures.reach ?? 0) * (index + 1)) / READ_AT_DAYS.length);
      yield { channelNumber: 1, reading: { ...reading, observedAt: new Date(reading.publishedAt.getTime() + days * DAY_MS), figures: { ...reading.figures, reach } } };
    }
  }
}
