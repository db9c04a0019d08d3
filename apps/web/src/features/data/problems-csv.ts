import type { ImportProblem } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

/** The problems as a table for a spreadsheet: separated by tabs would lose line ends, so commas and quotes. */
export function writeProblemsCsv(problems: readonly ImportProblem[], t: Translation['t']): string {
  const head = [t('import.problems.csv.line'), t('import.problems.csv.column'), t('import.problems.csv.severity'), t('import.problems.csv.message')];
  const rows = problems.map(({ line, column, severity, message }) => [String(line), column ?? '', t(severity === 'rejected' ? 'import.problems.isRejected' : 'import.problems.isRemark'), message]);
  return [head, ...rows].map((cells) => cells.map(writeCell).join(',')).join('\r\n');
}

/** A cell that a spreadsheet would run as a formula is held back by an apostrophe: a file may quote one. */
function writeCell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
