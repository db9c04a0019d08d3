import type { ActorKind, AuditAct, AuditQuery } from '@portee/shared';
import type { EntityManager } from 'typeorm';

export interface AuditRow {
  id: string;
  at: Date;
  act: AuditAct;
  actorKind: ActorKind;
  actorId: string | null;
  personId: string | null;
  subject: string | null;
  /** Of the token that acted; null: another acted, or it is no more. */
  tokenName: string | null;
}

interface Asked extends AuditQuery {
  organisationId: string;
  /** Of the days asked for. */
  timeZone: string;
  limit: number;
}

/** Lines of the journal, latest first: identifiers are made in the order of time. */
export async function readAudit(manager: EntityManager, { organisationId, act, personId, from, to, q, cursor, timeZone, limit }: Asked): Promise<AuditRow[]> {
  return manager.query(
    `SELECT e.id, e.at, e.act, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.person_id AS "personId", e.subject, t.name AS "tokenName"
     FROM audit_entry e
     LEFT JOIN api_token t ON t.organisation_id = e.organisation_id AND e.actor_kind = 'program' AND t.id::text = e.actor_id
     WHERE e.organisation_id = $1 AND ($2::uuid IS NULL OR e.id < $2)
       AND ($3::text IS NULL OR e.act = $3) AND ($4::text IS NULL OR $4 IN (e.actor_id, e.person_id))
       AND ($5::date IS NULL OR (e.at AT TIME ZONE $8)::date >= $5) AND ($6::date IS NULL OR (e.at AT TIME ZONE $8)::date <= $6)
       AND ($7::text IS NULL OR position(lower($7) IN lower(e.subject)) > 0)
     ORDER BY e.id DESC LIMIT $9`,
    [organisationId, cursor ?? null, act ?? null, personId ?? null, from ?? null, to ?? null, q === '' ? null : q ?? null, timeZone, limit],
  );
}
