import type { EntityManager } from 'typeorm';

/** How much of an organisation, or of one of its channels, would be gone. */
export interface Amounts {
  posts: number;
  /** Day of the oldest post; null: there is none. */
  since: string | null;
  readings: number;
  /** Months that are closed, and whose report tells of it. */
  closedMonths: number;
}

export interface OrganisationAmounts extends Amounts {
  channels: number;
  people: number;
  imports: number;
}

export async function readOrganisationAmounts(manager: EntityManager, organisationId: string): Promise<OrganisationAmounts> {
  const [row] = await manager.query<OrganisationAmounts[]>(
    `SELECT (SELECT count(*)::int FROM channel WHERE organisation_id = $1) AS channels,
       (SELECT count(*)::int FROM post WHERE organisation_id = $1) AS posts,
       (SELECT min(local_day)::text FROM post_stat WHERE organisation_id = $1) AS since,
       (SELECT count(*)::int FROM post_snapshot WHERE organisation_id = $1) AS readings,
       (SELECT count(*)::int FROM month_review WHERE organisation_id = $1 AND closed_at IS NOT NULL) AS "closedMonths",
       (SELECT count(*)::int FROM membership WHERE organisation_id = $1) AS people,
       (SELECT count(*)::int FROM import WHERE organisation_id = $1) AS imports`,
    [organisationId],
  );
  if (row === undefined) throw new Error('a count always has a row');
  return row;
}

export async function readChannelAmounts(manager: EntityManager, { organisationId, channelId }: { organisationId: string; channelId: string }): Promise<Amounts> {
  const [row] = await manager.query<Amounts[]>(
    `SELECT (SELECT count(*)::int FROM post WHERE organisation_id = $1 AND channel_id = $2) AS posts,
       (SELECT min(local_day)::text FROM post_stat WHERE organisation_id = $1 AND channel_id = $2) AS since,
       (SELECT count(*)::int FROM post_snapshot s JOIN post p ON p.organisation_id = $1 AND p.id = s.post_id WHERE s.organisation_id = $1 AND p.channel_id = $2) AS readings,
       (SELECT count(*)::int FROM month_review WHERE organisation_id = $1 AND closed_at IS NOT NULL AND report @> jsonb_build_object('channels', jsonb_build_array(jsonb_build_object('channel', jsonb_build_object('id', $2::text))))) AS "closedMonths"`,
    [organisationId, channelId],
  );
  if (row === undefined) throw new Error('a count always has a row');
  return row;
}
