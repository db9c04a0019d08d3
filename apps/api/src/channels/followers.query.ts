import type { FollowersOnDay } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** Last count of followers known on or before a day, per channel; `day` is the day it was read for. */
export interface FollowersRow {
  channelId: string;
  day: string;
  followers: number;
  source: FollowersOnDay['source'];
}

export function readFollowersOn(manager: EntityManager, wanted: { organisationId: string; channelIds: readonly string[]; day: string }): Promise<FollowersRow[]> {
  return manager.query(
    `SELECT c.id AS "channelId", d.day::text AS day, d.followers, d.source FROM channel c
     CROSS JOIN LATERAL (
       SELECT s.day, s.followers, s.source FROM channel_snapshot s
       WHERE s.organisation_id = $1 AND s.channel_id = c.id AND s.followers IS NOT NULL AND s.day <= $3
       ORDER BY s.day DESC, s.observed_at DESC, s.recorded_at DESC, s.origin_id LIMIT 1
     ) d WHERE c.organisation_id = $1 AND c.id = ANY ($2::uuid[])`,
    [wanted.organisationId, wanted.channelIds, wanted.day],
  );
}

/** The earliest count of followers, for channels that had none yet on the day asked. */
export function readEarliestFollowers(manager: EntityManager, wanted: { organisationId: string; channelIds: readonly string[] }): Promise<FollowersRow[]> {
  return manager.query(
    `SELECT c.id AS "channelId", d.day::text AS day, d.followers, d.source FROM channel c
     CROSS JOIN LATERAL (
       SELECT s.day, s.followers, s.source FROM channel_snapshot s
       WHERE s.organisation_id = $1 AND s.channel_id = c.id AND s.followers IS NOT NULL
       ORDER BY s.day, s.observed_at DESC, s.recorded_at DESC, s.origin_id LIMIT 1
     ) d WHERE c.organisation_id = $1 AND c.id = ANY ($2::uuid[])`,
    [wanted.organisationId, wanted.channelIds],
  );
}

/** One count a day, oldest first: the last one read for that day. */
export function readFollowersByDay(manager: EntityManager, wanted: { organisationId: string; channelId: string; from: string; to: string }): Promise<FollowersOnDay[]> {
  return manager.query(
    `SELECT DISTINCT ON (day) day::text AS day, followers, source FROM channel_snapshot
     WHERE organisation_id = $1 AND channel_id = $2 AND followers IS NOT NULL AND day BETWEEN $3 AND $4
     ORDER BY day, observed_at DESC, recorded_at DESC, origin_id`,
    [wanted.organisationId, wanted.channelId, wanted.from, wanted.to],
  );
}

/** Followers reached over the 28 days that end on the last such day of a span. */
export function readFollowersReached(manager: EntityManager, wanted: { organisationId: string; channelIds: readonly string[]; from: string; to: string }): Promise<{ channelId: string; day: string; reached: number }[]> {
  return manager.query(
    `SELECT DISTINCT ON (channel_id) channel_id AS "channelId", day::text AS day, followers_reached_28_days AS reached FROM channel_snapshot
     WHERE organisation_id = $1 AND channel_id = ANY ($2::uuid[]) AND followers_reached_28_days IS NOT NULL AND day BETWEEN $3 AND $4
     ORDER BY channel_id, day DESC, observed_at DESC, recorded_at DESC, origin_id`,
    [wanted.organisationId, wanted.channelIds, wanted.from, wanted.to],
  );
}
