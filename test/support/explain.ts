import type { Client } from 'pg';
import { withClient } from './database-client.js';
import type { Statement } from './record-statements.js';

/** What a plan says it did at one node, of PostgreSQL's `EXPLAIN (ANALYZE, FORMAT JSON)`. */
interface PlanNode {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

/** Rows looked at by table, kept or put aside. */
export type LookedAt = Record<string, number>;

/** Plays statements in order, as they were sent, and counts the rows that each of their plans looked at. Nothing they write stays. */
export async function rowsLookedAt(applicationUrl: string, statements: readonly Statement[]): Promise<LookedAt> {
  const looked: LookedAt = {};
  await withClient(applicationUrl, async (client) => {
    for (const statement of statements) {
      (await plansOf(client, statement)).forEach((plan) => count(plan, looked));
      await play(client, statement);
    }
  });
  return looked;
}

async function plansOf(client: Client, { sql, parameters }: Statement): Promise<PlanNode[]> {
  if (!/^\s*(SELECT|WITH)\b/i.test(sql)) return [];
  const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`, parameters);
  return rows.flatMap((row) => row['QUERY PLAN'].map(({ Plan }) => Plan));
}

async function play(client: Client, { sql, parameters }: Statement): Promise<void> {
  if (/^\s*COMMIT\b/i.test(sql)) await client.query('ROLLBACK');
  else await client.query(sql, parameters);
}

function count(node: PlanNode, looked: LookedAt): void {
  const table = node['Relation Name'];
  const rows = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  if (table !== undefined) looked[table] = (looked[table] ?? 0) + Math.round(rows * node['Actual Loops']);
  for (const child of node.Plans ?? []) count(child, looked);
}
