import { searchText } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import type { ChannelReading, PostReading } from '../networks/core/readings.js';
import { copyRows, type CopyValue } from './copy-rows.js';
import { figureColumns } from './figure-columns.js';
import { newPostId } from './new-post-ids.js';
import { describeStaged } from './staging-tables.js';

/** A reading with the number of its channel in `StagedChannel`; the instant is known by now. */
export interface StagedPost {
  channelNumber: number;
  reading: PostReading;
}
export interface StagedDay {
  channelNumber: number;
  reading: ChannelReading;
}

/** Copies posts into their staging table. `defaultObservedAt` stands where a reading has no instant. */
export async function stagePosts(manager: EntityManager, rows: AsyncIterable<StagedPost>, defaultObservedAt: Date): Promise<void> {
  const staged = await copyRows(manager, { into: 'staged_post', rows, cells: (row, number) => postCells(row, number, defaultObservedAt) });
  await describeStaged(manager, 'staged_post', staged);
}

/** Copies days of channels into their staging table. */
export async function stageDays(manager: EntityManager, rows: AsyncIterable<StagedDay>, defaultObservedAt: Date): Promise<void> {
  const staged = await copyRows(manager, { into: 'staged_day', rows, cells: (row, number) => dayCells(row, number, defaultObservedAt) });
  await describeStaged(manager, 'staged_day', staged);
}

function postCells({ channelNumber, reading }: StagedPost, number: number, defaultObservedAt: Date): readonly CopyValue[] {
  return [
    number, channelNumber, newPostId(), reading.externalId, reading.publishedAt, reading.format, reading.text,
    searchText(reading.text), reading.url, reading.paid, reading.isShare, reading.authorRole, reading.themes, reading.deletedAt,
    reading.observedAt ?? defaultObservedAt,
    ...figureColumns.map(([name]) => reading.figures[name]),
  ];
}

function dayCells({ channelNumber, reading }: StagedDay, number: number, defaultObservedAt: Date): readonly CopyValue[] {
  return [
    number, channelNumber, reading.day, reading.observedAt ?? defaultObservedAt,
    reading.followers, reading.reach, reading.views, reading.visits, reading.followersReached28Days,
  ];
}
