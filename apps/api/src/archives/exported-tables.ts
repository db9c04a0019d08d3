import { exportFilesFr } from './export-files.fr.js';
import type { StoredTable } from './stored-tables.query.js';

/**
 * What an organisation does not take along, and why. A table that stands neither here nor among the files fails a test: whether it leaves is decided, not forgotten.
 */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  membership: 'written as member, with names and addresses; accounts are the installation’s',
  api_token: 'opens this installation',
  invitation: 'opens this installation',
  calendar_feed: 'opens this installation',
  mail: 'passes within days, and may hold links that open something',
  report_link: 'opens this installation',
  webhook: 'tells programs of this installation, with a secret encrypted for it',
  webhook_delivery: 'waits for this installation to send it',
  credential: 'opens the networks, and is encrypted for this installation',
  comparison_agreement: 'agrees to something of this installation',
  centre_median: 'made of its posts, for this installation',
  connection_attempt: 'lives for minutes, and holds what opens networks',
};

/** People of an organisation under their own names: their accounts stay where they are. */
export const MEMBERS: StoredTable = {
  schema: 'public', table: 'member', isTenant: true, key: ['user_id'],
  columns: [...['user_id', 'name', 'email', 'role'].map((name) => ({ name, type: 'text', kind: 'text' as const })), { name: 'created_at', type: 'timestamp with time zone', kind: 'other' }],
  from: '(SELECT m.organisation_id, m.user_id, u.name, u.email, m.role, m.created_at FROM public.membership m LEFT JOIN auth."user" u ON u.id = m.user_id) AS member',
};

/** Tables whose rows an organisation takes along, each after those it refers to. */
export function exportedTables(tables: readonly StoredTable[]): StoredTable[] {
  return tables.filter(({ isTenant, table }) => isTenant && table in exportFilesFr);
}
