import type { EntityManager } from 'typeorm';

/** What stands in the journal in place of a person whose account is deleted. */
export const DELETED_PERSON = 'deleted';

interface Traced {
  organisationId: string;
  personId: string;
  email: string;
}

/**
 * Takes a person out of an organisation: what they did stays, and says no more by whom. Elsewhere people are kept as roles only. The person has
 * no account any more when this is called. `test/api/deletion.e2e.spec.ts` looks for a column that is missing here.
 */
export async function forgetTraces(manager: EntityManager, { organisationId, personId, email }: Traced): Promise<void> {
  const who = [organisationId, personId];
  await manager.query('DELETE FROM membership WHERE organisation_id = $1 AND user_id = $2', who);
  await manager.query('DELETE FROM invitation WHERE organisation_id = $1 AND email = $2', [organisationId, email]);
  await manager.query('DELETE FROM report_recipient WHERE organisation_id = $1 AND to_address = $2', [organisationId, email]);
  await manager.query('DELETE FROM mail WHERE organisation_id = $1 AND to_address = $2', [organisationId, email]);
  await manager.query('UPDATE invitation SET invited_by = NULL WHERE organisation_id = $1 AND invited_by = $2', who);
  await manager.query('UPDATE api_token SET created_by = NULL WHERE organisation_id = $1 AND created_by = $2', who);
  await manager.query('UPDATE report_link SET made_by = NULL WHERE organisation_id = $1 AND made_by = $2', who);
  await manager.query('DELETE FROM connection_attempt WHERE organisation_id = $1 AND started_by = $2', who);
  await manager.query('SELECT forget_in_journal($1)', [personId]);
}
