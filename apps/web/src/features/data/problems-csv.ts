import type { ImportProblem } from '@portee/shared';
import { writeCsv } from '../../format/csv.js';
import type { Translation } from '../../locales/translation.js';

/** The problems of a file as a table, in the person's language. */
export function writeProblemsCsv(problems: readonly ImportProblem[], t: Translation['t']): string {
  const head = [t('import.problems.csv.line'), t('import.problems.csv.column'), t('import.problems.csv.severity'), t('import.problems.csv.message')];
  const rows = problems.map(({ line, column, severity, message }) => [String(line), column ?? '', t(severity === 'rejected' ? 'import.problems.isRejected' : 'import.problems.isRemark'), message]);
  return writeCsv([head, ...rows]);
}
