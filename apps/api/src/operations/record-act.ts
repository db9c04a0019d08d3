import type { AuditAct } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { type Actor, actorNow } from './acting.js';

const LONGEST = 300;

export interface Done {
  /** To whom. */
  personId?: string | null;
  /** To what, as it is called now. */
  subject?: string | null;
  /** Who, where it is not whoever asks. */
  actor?: Actor;
}

/** Writes down what was done in the transaction that does it: both stand, or neither. For the organisation of that transaction. */
export async function recordAct(manager: EntityManager, act: AuditAct, { personId = null, subject = null, actor = actorNow() }: Done = {}): Promise<void> {
  await manager.query(
    `INSERT INTO audit_entry (organisation_id, id, act, actor_kind, actor_id, person_id, subject)
     VALUES (current_setting('app.organisation_id')::uuid, $1, $2, $3, $4, $5, $6)`,
    [newId(), act, actor.kind, actor.id, personId, subject?.slice(0, LONGEST) ?? null],
  );
}
