import type { PlanEntry } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import type { Forgetting } from './bring-back.js';
import type { HandLink } from './match-posts.js';
import type { PostLink } from './post-link.entity.js';

/** What was said of a post of a channel. */
export interface HandLinkRow extends Pick<PostLink, 'postId' | 'kind' | 'plannedPostId' | 'appointmentId' | 'appointmentDay' | 'version'> {
  /** The plan it was linked to was taken out of the calendar. */
  isPlanGone: boolean;
}

/** All that people said of posts of a channel. */
export function readHandLinks(manager: EntityManager, organisationId: string, channelId: string): Promise<HandLinkRow[]> {
  return manager.query(
    `SELECT l.post_id AS "postId", l.kind, l.planned_post_id AS "plannedPostId", l.appointment_id AS "appointmentId", l.appointment_day::text AS "appointmentDay", l.version,
       coalesce(p.deleted_at, a.deleted_at) IS NOT NULL AS "isPlanGone"
     FROM post_link l JOIN post o ON o.organisation_id = $1 AND o.id = l.post_id
     LEFT JOIN planned_post p ON p.organisation_id = $1 AND p.id = l.planned_post_id
     LEFT JOIN appointment a ON a.organisation_id = $1 AND a.id = l.appointment_id
     WHERE l.organisation_id = $1 AND o.channel_id = $2`,
    [organisationId, channelId],
  );
}

/**
 * Links as posts are matched with them. One to a plan that is gone says nothing any more, unless the plan is waited for all the same; one to an occurrence goes to the post that
 * takes its place, unless that has one of its own.
 * @param awaited  plans that count although they were taken out of the calendar
 */
export function handLinksOf(rows: readonly HandLinkRow[], entries: readonly PlanEntry[], awaited: ReadonlySet<string> = new Set()): HandLink[] {
  const standing = rows.filter(({ kind, isPlanGone, plannedPostId }) => kind !== 'found' && (!isPlanGone || awaited.has(plannedPostId ?? '')));
  const named = new Set(standing.map(({ plannedPostId }) => plannedPostId));
  return standing.flatMap((row): HandLink[] => {
    if (row.kind === 'none' || row.plannedPostId !== null) return [{ postId: row.postId, planId: row.plannedPostId }];
    const entry = entries.find(({ appointmentId, appointmentDay }) => appointmentId === row.appointmentId && appointmentDay === row.appointmentDay);
    return named.has(entry?.postId ?? '') ? [] : [{ postId: row.postId, planId: entry?.key ?? `${row.appointmentId}/${row.appointmentDay}` }];
  });
}

/**
 * Plans of a kind that were taken out and now go for good. What was said of their posts stays as taken back: with the row its version would go, and come a second time.
 */
export function forgetPlans(plan: 'planned_post' | 'appointment') {
  return async ({ manager, organisationId, before }: Forgetting): Promise<void> => {
    const values = [organisationId, before];
    await manager.query(
      `UPDATE post_link l SET kind = 'found', planned_post_id = NULL, appointment_id = NULL, appointment_day = NULL, version = l.version + 1
       FROM ${plan} p WHERE l.organisation_id = $1 AND p.organisation_id = $1 AND p.id = l.${plan}_id AND p.deleted_at < $2`,
      values,
    );
    await manager.query(`DELETE FROM ${plan} WHERE organisation_id = $1 AND deleted_at < $2`, values);
  };
}

/** Two people link a post one after the other, until the transaction ends. @returns the channel of the post; null: there is no such post */
export async function holdPost(manager: EntityManager, organisationId: string, postId: string): Promise<string | null> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`link ${organisationId} ${postId}`]);
  const [row] = await manager.query<{ channelId: string }[]>('SELECT channel_id AS "channelId" FROM post WHERE organisation_id = $1 AND id = $2 FOR KEY SHARE', [organisationId, postId]);
  return row?.channelId ?? null;
}
