import type { EntityManager } from 'typeorm';
import { figureColumns } from './figure-columns.js';

/** What the rows of a batch know a channel by. */
export interface StagedChannel {
  number: number;
  channelId: string;
  timeZone: string;
  finalAgeDays: number;
  /** A post's own `followers` are the channel's that day; false for newsletters, where they are the letters delivered. */
  followersAreOfChannel: boolean;
}

/** Lets a file of some 100,000 rows be joined and sorted in memory; a larger one spills, it does not fail. */
const SORTING_MEMORY = '64MB';
/** Up to so many rows the planner does as well without knowing them, and knowing them takes longer than the work itself. */
const FEW_ROWS = 1_000;

const FIGURES = figureColumns.map(([, column]) => `${column} ${column === 'watch_time_seconds' ? 'double precision' : 'bigint'}`).join(', ');

const TABLES = {
  staged_post: `number int, channel_number int, candidate_id uuid, external_id text, published_at timestamptz, format text, text text,
    search_text text, url text, paid boolean, is_share boolean, author_role text, themes text[], deleted_at timestamptz, observed_at timestamptz, ${FIGURES}`,
  staged_day: `number int, channel_number int, day date, observed_at timestamptz,
    followers bigint, reach bigint, views bigint, visits bigint, followers_reached_28_days bigint`,
  staged_channel: 'number int, channel_id uuid, time_zone text, final_age_days double precision, followers_are_of_channel boolean',
  /** A staged post that stands: `published_at` as its post has it once the batch is written. */
  staged_reading: 'number int, channel_id uuid, post_id uuid, published_at timestamptz, is_new boolean, is_newest boolean',
};

/**
 * The temporary tables through which a batch goes, in one message. They stay with the connection and are emptied by the end of each
 * transaction: a collector writes small batches all day, and making the tables would take longer than filling them.
 * Deleting is for a second batch of the same transaction. Compiling (jit) pays only for statements that run for seconds.
 */
const OPEN = [
  `SET LOCAL work_mem = '${SORTING_MEMORY}'`, 'SET LOCAL jit = off', 'SET LOCAL client_min_messages = warning',
  ...Object.entries(TABLES).flatMap(([name, columns]) => [`CREATE TEMPORARY TABLE IF NOT EXISTS ${name} (${columns}) ON COMMIT DELETE ROWS`, `DELETE FROM ${name}`]),
].join('; ');

/** Empty staging tables for one batch, in the running transaction. */
export async function openStaging(manager: EntityManager): Promise<void> {
  await manager.query(OPEN);
}

/** Columns that tables are joined by: the planner need not know the others. */
const JOINED: Readonly<Record<keyof typeof TABLES, string>> = {
  staged_post: 'number, channel_number, external_id', staged_day: 'channel_number, day', staged_channel: 'number', staged_reading: 'number, post_id',
};

/** Lets the planner know a table that has just been filled, where it is large enough to matter. */
export async function describeStaged(manager: EntityManager, table: keyof typeof TABLES, rows: number): Promise<void> {
  if (rows > FEW_ROWS) await manager.query(`ANALYZE ${table} (${JOINED[table]})`);
}

/**
 * For the rest of a transaction that writes many rows: joins them whole, never one row at a time. The planner takes an organisation that its
 * statistics have not met for one with a single post, and would compare each of its posts with all of its readings.
 */
export async function joinWhole(manager: EntityManager, rows: number): Promise<void> {
  if (rows > FEW_ROWS) await manager.query('SET LOCAL enable_nestloop = off');
}

/** Tells the staged rows which channel each number stands for. */
export async function nameStagedChannels(manager: EntityManager, channels: readonly StagedChannel[]): Promise<void> {
  await manager.query(
    `INSERT INTO staged_channel SELECT x.number, x."channelId", x."timeZone", x."finalAgeDays", x."followersAreOfChannel"
     FROM jsonb_to_recordset($1::jsonb) AS x(number int, "channelId" uuid, "timeZone" text, "finalAgeDays" double precision, "followersAreOfChannel" boolean)`,
    [JSON.stringify(channels)],
  );
  await manager.query('ANALYZE staged_channel (number)');
}
