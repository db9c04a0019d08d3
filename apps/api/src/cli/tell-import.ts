import type { ImportView } from '@portee/shared';
import type { CommandLine } from './command-line.js';
import { exitCodes } from './exit-codes.js';
import type { ImportedFile } from './import-file.js';

/** Says what became of a file, and what there is to say of its lines. */
export function tellImport(line: CommandLine, { path: file, view }: ImportedFile): void {
  const { rows, outcome } = view;
  if (view.state === 'applied' && outcome) tellApplied(line, file, view);
  else if (view.state === 'needs-decision') line.tell('import.needs-decision', { file, rejected: rows.rejected, read: rows.read });
  else if (view.state === 'needs-mapping') line.tell('import.needs-mapping', { file, columns: view.preview?.headers.join(', ') ?? '' });
  else line.tell('import.refused', { file, reason: view.refusal?.message ?? view.state });
  for (const problem of view.problems) line.tell(problem.line === 0 ? 'import.problem-of-file' : 'import.problem', { line: problem.line, message: problem.message });
  const more = view.problemsTotal - view.problems.length;
  if (more > 0) line.tell('import.more-problems', { count: more });
}

function tellApplied(line: CommandLine, file: string, { rows, outcome, asksFollowers }: ImportView): void {
  if (!outcome) return;
  const isNew = outcome.postsNew + outcome.snapshotsNew + outcome.channelDaysNew > 0;
  line.tell(isNew ? 'import.applied' : 'import.nothing-new', { file, read: rows.read, rejected: rows.rejected, ...outcome });
  if (asksFollowers) line.tell('import.asks-followers', { file });
}

/** What the command's exit code says of one file; of several the highest counts. */
export function exitCodeOf({ state }: ImportView): number {
  if (state === 'applied') return exitCodes.done;
  return state === 'needs-decision' || state === 'needs-mapping' ? exitCodes.needsPerson : exitCodes.refused;
}
