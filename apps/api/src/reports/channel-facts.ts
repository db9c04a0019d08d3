import { addMonths, firstDay, lastDay } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { type FollowersRow, readEarliestFollowers, readFollowersOn, readFollowersReached } from '../channels/followers.query.js';

/** What a month's report says of each channel's followers, by channel id. */
export interface ChannelFacts {
  /** Last count on or before the month's last day (or today). */
  atEnd: Map<string, FollowersRow>;
  /** The same a month earlier. */
  before: Map<string, FollowersRow>;
  /** First count ever read: stands, marked estimated, where there was none yet. */
  earliest: Map<string, FollowersRow>;
  /** Followers reached over 28 days, at the last such day of the month. */
  reached: Map<string, { day: string; reached: number }>;
}

export async function readChannelFacts(manager: EntityManager, wanted: { organisationId: string; channelIds: readonly string[] }, at: { month: string; today: string }): Promise<ChannelFacts> {
  const end = at.today < lastDay(at.month) ? at.today : lastDay(at.month);
  const span = { from: firstDay(at.month), to: lastDay(at.month) };
  return {
    atEnd: byChannel(await readFollowersOn(manager, { ...wanted, day: end })),
    before: byChannel(await readFollowersOn(manager, { ...wanted, day: lastDay(addMonths(at.month, -1)) })),
    earliest: byChannel(await readEarliestFollowers(manager, wanted)),
    reached: byChannel(await readFollowersReached(manager, { ...wanted, ...span })),
  };
}

function byChannel<Row extends { channelId: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.channelId, row]));
}
