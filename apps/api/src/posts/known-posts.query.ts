import type { PostFormat } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** A post of the ledger, and the last instant at which it was read. */
export interface KnownPostRow {
  externalId: string;
  publishedAt: Date;
  format: PostFormat | null;
  readAt: Date;
}

/** Posts of a channel that are not deleted, published from an instant on (null: all), newest first. */
export function readKnownPosts(manager: EntityManager, channel: { organisationId: string; channelId: string }, since: Date | null): Promise<KnownPostRow[]> {
  return manager.query(
    `SELECT external_id AS "externalId", published_at AS "publishedAt", format, described_at AS "readAt" FROM post
     WHERE organisation_id = $1 AND channel_id = $2 AND deleted_at IS NULL AND ($3::timestamptz IS NULL OR published_at >= $3)
     ORDER BY published_at DESC, external_id`,
    [channel.organisationId, channel.channelId, since],
  );
}
