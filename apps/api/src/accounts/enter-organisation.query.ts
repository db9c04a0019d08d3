import type { Role } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** Whose key is tried at an organisation's door. */
export type Key = { personId: string } | { organisationId: string; role: Role };

export interface OpenDoor {
  id: string;
  role: Role;
  timeZone: string;
}

const OF_PERSON = 'SELECT m.organisation_id, m.role FROM memberships_of($2) m';
const OF_TOKEN = 'SELECT $2::uuid AS organisation_id, $3::text AS role';

/**
 * Opens the organisation of this name, in one statement because it stands before every request: the look-ups find
 * the place, the context is set for this statement alone, and row-level security then shows that one row.
 * Null: there is no such organisation, or the key is another's.
 */
export async function enterOrganisation(manager: EntityManager, slug: string, key: Key): Promise<OpenDoor | null> {
  const [places, parameters] = 'personId' in key ? [OF_PERSON, [slug, key.personId]] : [OF_TOKEN, [slug, key.organisationId, key.role]];
  const rows: (Omit<OpenDoor, 'timeZone'> & { timeZone: string | null })[] = await manager.query(
    `WITH place AS MATERIALIZED (
       SELECT p.organisation_id, p.role, set_config('app.organisation_id', p.organisation_id::text, true)
       FROM (${places}) p WHERE p.organisation_id = organisation_id_by_slug($1)
     )
     SELECT p.organisation_id AS id, p.role, (SELECT o.time_zone FROM organisation o WHERE o.id = p.organisation_id) AS "timeZone" FROM place p`,
    parameters,
  );
  const [door] = rows;
  return door?.timeZone ? { ...door, timeZone: door.timeZone } : null;
}
