import { type EntityManager, type EntityTarget, IsNull, LessThan } from 'typeorm';
import type { Undoable } from './undoable.js';

/** How long what was deleted can be brought back. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

export interface Named {
  organisationId: string;
  id: string;
}

/** Things of an organisation that were taken out before an instant, and now go for good. */
export interface Forgetting {
  manager: EntityManager;
  organisationId: string;
  before: Date;
}

/**
 * Takes a thing out of the plan; `bringBack` undoes it. What was taken out more than 30 days ago goes for good on the way.
 * @param forget  how they go, where it takes more than deleting them
 * @returns whether it was there
 */
export async function takeOut(manager: EntityManager, kind: EntityTarget<Undoable>, { organisationId, id, at, forget }: Named & { at: Date; forget?: (wanted: Forgetting) => Promise<void> }): Promise<boolean> {
  const before = new Date(at.getTime() - KEPT_DAYS * DAY_MS);
  await (forget === undefined ? manager.delete(kind, { organisationId, deletedAt: LessThan(before) }) : forget({ manager, organisationId, before }));
  const { affected } = await manager.update(kind, { organisationId, id, deletedAt: IsNull() }, { deletedAt: at });
  return affected === 1;
}

/** Puts a thing back as it was, with what it said; one that was never taken out stays as it is. */
export async function bringBack(manager: EntityManager, kind: EntityTarget<Undoable>, { organisationId, id }: Named): Promise<void> {
  await manager.update(kind, { organisationId, id }, { deletedAt: null });
}
