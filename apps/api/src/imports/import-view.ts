import type { ImportView, Locale } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { importProblemSentence } from './import-problem-sentence.js';
import type { Import } from './import.entity.js';
import { readProblems } from './problem-list.js';
import { hasNewerImport } from './undo-import.js';

const OPEN_STATES: ReadonlySet<ImportView['state']> = new Set(['waiting', 'needs-mapping', 'needs-decision']);

/** An import as a person sees it, its problems in their language. */
export async function toImportView(manager: EntityManager, file: Import, asked: { locale: Locale; problems: number }): Promise<ImportView> {
  const { locale } = asked;
  const problems = asked.problems === 0 ? [] : await readProblems(manager, file, asked.problems);
  return {
    id: file.id, state: file.state, format: file.format, fileName: file.fileName, fileBytes: file.fileBytes,
    uploadedAt: file.uploadedAt.toISOString(), observedAt: file.observedAt.toISOString(), channelIds: file.channelIds,
    rows: { read: file.rowsRead, accepted: file.rowsAccepted, rejected: file.rowsRejected },
    progress: file.state === 'reading' && file.fileBytes > 0 ? Math.min(1, file.bytesRead / file.fileBytes) : null,
    outcome: file.outcome, fileTimeZone: file.fileTimeZone,
    problems: problems.map(({ line, column, severity, reason, params }) => ({ line, column, severity, reason, message: importProblemSentence({ reason, params, column }, locale) })),
    problemsTotal: file.problemsTotal,
    preview: file.state === 'needs-mapping' ? file.preview : null,
    refusal: file.refusal && { reason: file.refusal.reason, message: importProblemSentence({ ...file.refusal, column: null }, locale) },
    asksFollowers: file.state === 'applied' && (await asksFollowers(manager, file)),
    canUndo: OPEN_STATES.has(file.state) || (file.state === 'applied' && !(await hasNewerImport(manager, file))),
  };
}

/** Posts came without any count of followers, and the channel has none: no rate can be told. */
async function asksFollowers(manager: EntityManager, file: Import): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM post_stat s WHERE s.organisation_id = $1 AND s.channel_id = ANY ($2::uuid[]) AND s.ineligible = 'no-followers' LIMIT 1`,
    [file.organisationId, file.channelIds],
  );
  return rows.length > 0;
}
