import { type MailStanding, mailStanding } from '@portee/shared';
import type { EntityManager } from 'typeorm';

export type { MailStanding };

/** Where these mails of the transaction's organisation stand, by their ids; those forgotten are not there. */
export async function readMailStandings(manager: EntityManager, ids: readonly string[]): Promise<Map<string, MailStanding>> {
  if (ids.length === 0) return new Map();
  const rows: { id: string; state: string; at: Date; answer: string | null }[] = await manager.query(
    'SELECT id, state, coalesce(settled_at, next_try_at) AS at, answer FROM mail WHERE id = ANY ($1)', [ids]);
  return new Map(rows.map(({ id, state, at, answer }) => [id, mailStanding.parse({ state, at: at.toISOString(), answer })]));
}
