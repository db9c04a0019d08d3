import { type Channel, addDays, addMonths, firstDay, lastDay } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { type FollowersRow, readEarliestFollowers, readFollowersOn, readFollowersReached } from '../channels/followers.query.js';
import { networkOf } from '../networks/registry.js';
import { readYoungestGrowing } from './growing-posts.query.js';

/** What a month's report needs beside its rollups, by channel id. */
export interface ChannelFacts {
  /** Last count on or before the month's last day (or today). */
  atEnd: Map<string, FollowersRow>;
  /** The same a month earlier. */
  before: Map<string, FollowersRow>;
  /** First count ever read: stands, marked estimated, where there was none yet. */
  earliest: Map<string, FollowersRow>;
  /** Followers reached over 28 days, at the last such day of the month. */
  reached: Map<string, { day: string; reached: number }>;
  /** Day on which the last growing post of the month is old enough to be judged; only where it is still to come. */
  growingUntil: Map<string, string>;
}

interface WantedFacts { organisationId: string; channels: readonly Channel[]; month: string; today: string }

export async function readChannelFacts(manager: EntityManager, { organisationId, channels, ...at }: WantedFacts): Promise<ChannelFacts> {
  const wanted = { organisationId, channelIds: channels.map(({ id }) => id) };
  const end = at.today < lastDay(at.month) ? at.today : lastDay(at.month);
  const span = { from: firstDay(at.month), to: lastDay(at.month) };
  return {
    atEnd: byChannel(await readFollowersOn(manager, { ...wanted, day: end })),
    before: byChannel(await readFollowersOn(manager, { ...wanted, day: lastDay(addMonths(at.month, -1)) })),
    earliest: byChannel(await readEarliestFollowers(manager, wanted)),
    reached: byChannel(await readFollowersReached(manager, { ...wanted, ...span })),
    growingUntil: await readGrowingUntil(manager, { organisationId, channels, today: at.today, ...span }),
  };
}

async function readGrowingUntil(manager: EntityManager, { channels, today, ...wanted }: Omit<WantedFacts, 'month'> & { from: string; to: string }): Promise<Map<string, string>> {
  const youngest = byChannel(await readYoungestGrowing(manager, { ...wanted, channelIds: channels.map(({ id }) => id) }));
  return new Map(channels.flatMap(({ id, network }) => {
    const row = youngest.get(id);
    const until = row && addDays(row.day, networkOf(network).finalAgeDays);
    return until !== undefined && until > today ? [[id, until]] : [];
  }));
}

function byChannel<Row extends { channelId: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.channelId, row]));
}
