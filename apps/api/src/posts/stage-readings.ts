import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { ChannelReading, PostReading } from '../networks/core/readings.js';
import { copyRows, type CopyValue } from './copy-rows.js';
import { figureColumns } from './figure-columns.js';

/** A reading with the number of its channel in `StagedChannel`; the instant is known by now. */
export interface StagedPost {
  channelNumber: number;
  reading: PostReading;
}
export interface StagedDay {
  channelNumber: number;
  reading: ChannelReading;
}

const FIGURES = figureColumns.map(([, column]) => `${column} ${column === 'watch_time_seconds' ? 'double precision' : 'bigint'}`).join(', ');

const STAGED_POST = `CREATE TEMPORARY TABLE staged_post (
  number int, channel_number int, candidate_id uuid, external_id text, published_at timestamptz, format text, text text,
  search_text text, url text, paid boolean, is_share boolean, author_role text, themes text[], deleted_at timestamptz,
  observed_at timestamptz, ${FIGURES}) ON COMMIT DROP`;
const STAGED_DAY = `CREATE TEMPORARY TABLE staged_day (
  number int, channel_number int, day date, observed_at timestamptz,
  followers bigint, reach bigint, views bigint, visits bigint, followers_reached_28_days bigint) ON COMMIT DROP`;

/** Copies posts into a temporary table of this transaction. `defaultObservedAt` stands where a reading has no instant. */
export async function stagePosts(manager: EntityManager, rows: AsyncIterable<StagedPost>, defaultObservedAt: Date): Promise<void> {
  await manager.query(STAGED_POST);
  await copyRows(manager, 'staged_post', postCells(rows, defaultObservedAt));
  await manager.query('ANALYZE staged_post (channel_number, external_id, observed_at)');
}

/** Copies days of channels into a temporary table of this transaction. */
export async function stageDays(manager: EntityManager, rows: AsyncIterable<StagedDay>, defaultObservedAt: Date): Promise<void> {
  await manager.query(STAGED_DAY);
  await copyRows(manager, 'staged_day', dayCells(rows, defaultObservedAt));
}

async function* postCells(rows: AsyncIterable<StagedPost>, defaultObservedAt: Date): AsyncGenerator<readonly CopyValue[]> {
  let number = 0;
  for await (const { channelNumber, reading } of rows) {
    number += 1;
    yield [
      number, channelNumber, newId(), reading.externalId, reading.publishedAt, reading.format, reading.text,
      searchText(reading.text), reading.url, reading.paid, reading.isShare, reading.authorRole, reading.themes, reading.deletedAt,
      reading.observedAt ?? defaultObservedAt,
      ...figureColumns.map(([name]) => reading.figures[name]),
    ];
  }
}

async function* dayCells(rows: AsyncIterable<StagedDay>, defaultObservedAt: Date): AsyncGenerator<readonly CopyValue[]> {
  let number = 0;
  for await (const { channelNumber, reading } of rows) {
    number += 1;
    yield [
      number, channelNumber, reading.day, reading.observedAt ?? defaultObservedAt,
      reading.followers, reading.reach, reading.views, reading.visits, reading.followersReached28Days,
    ];
  }
}

/** A text as it is looked for: lower case, without accents, so that « été » is found by "ete". Null stays null. */
export function searchText(text: string | null): string | null {
  if (text === null) return null;
  return text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase();
}
