import type { EntityManager } from 'typeorm';
import type { RowProblem } from '../networks/core/export-reader.js';
import type { ImportKey } from './import-file.js';

/** Problems kept of one file: enough to repair it; the rest is counted. */
const PROBLEMS_KEPT = 2_000;

export interface LineProblem extends RowProblem {
  line: number;
  severity: 'rejected' | 'remark';
}

/** Collects the problems of a file while it is read. Rejected lines push remarks out, never the other way round. */
export class ProblemList {
  total = 0;
  private readonly rejected: LineProblem[] = [];
  private readonly remarks: LineProblem[] = [];

  add(problem: LineProblem): void {
    this.total += 1;
    const list = problem.severity === 'rejected' ? this.rejected : this.remarks;
    if (list.length < PROBLEMS_KEPT) list.push(problem);
  }

  /** In the order of the file. */
  kept(): LineProblem[] {
    const kept = [...this.rejected, ...this.remarks].slice(0, PROBLEMS_KEPT);
    return kept.sort((a, b) => a.line - b.line);
  }
}

/** Replaces the stored problems of an import. */
export async function storeProblems(manager: EntityManager, key: ImportKey, problems: readonly LineProblem[]): Promise<void> {
  await manager.query('DELETE FROM import_problem WHERE organisation_id = $1 AND import_id = $2', [key.organisationId, key.id]);
  await manager.query(
    `INSERT INTO import_problem (organisation_id, import_id, number, line, column_name, severity, reason, params)
     SELECT $1, $2, p.number, (p.problem->>'line')::int, p.problem->>'column', p.problem->>'severity', p.problem->>'reason', p.problem->'params'
     FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS p(problem, number)`,
    [key.organisationId, key.id, JSON.stringify(problems)],
  );
}

/** The first problems, in the order of the file. */
export function readProblems(manager: EntityManager, key: ImportKey, limit: number): Promise<LineProblem[]> {
  return manager.query(
    `SELECT line, column_name AS "column", severity, reason, params FROM import_problem
     WHERE organisation_id = $1 AND import_id = $2 ORDER BY number LIMIT $3`,
    [key.organisationId, key.id, limit],
  );
}
