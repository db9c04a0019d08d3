import type { EntityManager } from 'typeorm';

type Removed = [unknown, number];

/** Rows that a statement has removed or changed. */
async function touched(manager: EntityManager, sql: string, values: unknown[]): Promise<number> {
  const [, count] = await manager.query<Removed>(sql, values);
  return count;
}

/**
 * Takes texts away from posts published before an instant, from what imports replaced in them, and from the reports of closed months. Themes that
 * words gave them stay: nothing could give them again.
 */
export async function expireTexts(manager: EntityManager, organisationId: string, before: Date): Promise<number> {
  const values = [organisationId, before];
  const old = 'p.organisation_id = $1 AND p.published_at < $2 AND (p.text IS NOT NULL OR p.author_role IS NOT NULL)';
  await touched(manager, `UPDATE post_theme t SET by_hand = true FROM post p WHERE t.organisation_id = $1 AND t.post_id = p.id AND NOT t.by_hand AND ${old}`, values);
  await touched(
    manager,
    `UPDATE import_replaced r SET description = r.description || '{"text": null, "search_text": null, "author_role": null}' FROM post p WHERE r.organisation_id = $1 AND r.post_id = p.id AND ${old}`,
    values,
  );
  await touched(
    manager,
    `UPDATE month_review r SET report = jsonb_set(jsonb_set(r.report, '{best}', without_texts.best), '{least}', without_texts.least)
     FROM (SELECT m.month, ${silenced('best')} AS best, ${silenced('least')} AS least FROM month_review m WHERE m.organisation_id = $1 AND m.report ? 'best' AND m.report ? 'least') without_texts
     WHERE r.organisation_id = $1 AND r.month = without_texts.month`,
    values,
  );
  return touched(manager, `UPDATE post p SET text = NULL, search_text = NULL, author_role = NULL WHERE ${old}`, values);
}

/** Posts of a report's list, those of before without their text. */
function silenced(list: 'best' | 'least'): string {
  return `(SELECT coalesce(jsonb_agg(CASE WHEN (post ->> 'publishedAt')::timestamptz < $2 THEN post || '{"text": null}' ELSE post END ORDER BY place), '[]')
    FROM jsonb_array_elements(m.report -> '${list}') WITH ORDINALITY AS posts(post, place))`;
}

/** @returns how many lines went */
export async function expireJournal(manager: EntityManager, before: Date): Promise<number> {
  const [row] = await manager.query<{ gone: number }[]>('SELECT drop_old_journal($1) AS gone', [before]);
  return row?.gone ?? 0;
}

/** Files that are done with: their figures stay, and can no longer be undone. */
export function expireImports(manager: EntityManager, organisationId: string, before: Date): Promise<number> {
  return touched(manager, `DELETE FROM import WHERE organisation_id = $1 AND uploaded_at < $2 AND state IN ('applied', 'refused', 'undone', 'failed')`, [organisationId, before]);
}

/** A channel, and the first day that is kept of it. */
interface OldDays {
  organisationId: string;
  channelId: string;
  timeZone: string;
  /** First of a month, in the channel's time zone. */
  fromDay: string;
}

/** Posts of earlier days, with their readings. */
export function expirePosts(manager: EntityManager, { organisationId, channelId, timeZone, fromDay }: OldDays): Promise<number> {
  return touched(manager, `DELETE FROM post WHERE organisation_id = $1 AND channel_id = $2 AND (published_at AT TIME ZONE $3)::date < $4::date`, [organisationId, channelId, timeZone, fromDay]);
}

/** Followers and monthly figures of earlier days, hours, euros and what was said of pushes; the last count of followers stays, which the next posts are compared with. */
export async function expireDays(manager: EntityManager, { organisationId, channelId, fromDay }: Omit<OldDays, 'timeZone'>): Promise<number> {
  const values = [organisationId, channelId, fromDay];
  const days = await touched(
    manager,
    `DELETE FROM channel_snapshot s WHERE s.organisation_id = $1 AND s.channel_id = $2 AND s.day < $3::date
       AND s.day IS DISTINCT FROM (SELECT max(l.day) FROM channel_snapshot l WHERE l.organisation_id = $1 AND l.channel_id = $2 AND l.day < $3::date AND l.followers IS NOT NULL)`,
    values,
  );
  const months = await touched(manager, `DELETE FROM monthly_figure WHERE organisation_id = $1 AND channel_id = $2 AND month < left($3, 7)`, values);
  for (const table of ['effort', 'spend']) await touched(manager, `DELETE FROM ${table} WHERE organisation_id = $1 AND channel_id = $2 AND month < left($3, 7)`, values);
  await touched(manager, `DELETE FROM unpaid_period WHERE organisation_id = $1 AND channel_id = $2 AND to_day < $3::date`, values);
  await touched(manager, `DELETE FROM ingestion_run WHERE organisation_id = $1 AND channel_id = $2 AND state <> 'running' AND finished_at < $3::date`, values);
  return days + months;
}

/** What was said of earlier months, and their closed reports. */
export function expireReviews(manager: EntityManager, organisationId: string, month: string): Promise<number> {
  return touched(manager, 'DELETE FROM month_review WHERE organisation_id = $1 AND month < $2', [organisationId, month]);
}
