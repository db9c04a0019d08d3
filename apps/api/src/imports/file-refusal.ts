import type { RowProblem } from '../networks/core/export-reader.js';

/** Reasons for which a whole file is refused. Each has its sentence in `messages/`. */
export const refusalReasons = [
  'empty-file', 'header-only', 'not-a-text-file', 'not-a-table', 'quote-not-closed', 'line-too-long',
  'audience-file', 'damaged-by-spreadsheet', 'chart-not-used', 'channel-needed', 'other-network', 'mapping-column-missing',
  'workbook-too-big', 'workbook-too-long', 'workbook-bomb', 'workbook-unreadable', 'workbook-locked', 'workbook-empty',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why a file is refused, and where: line 0 is the whole file. */
export interface Refusal {
  reason: RefusalReason;
  params: RowProblem['params'];
  line: number;
  column: string | null;
}

/** Thrown while rows are read, when the file turns out to be unreadable further down. Nothing of it may be kept. */
export class FileRefused extends Error {
  constructor(readonly refusal: Refusal, options?: ErrorOptions) {
    super(`file refused: ${refusal.reason} at line ${refusal.line}`, options);
    this.name = 'FileRefused';
  }
}

/** A refusal that concerns the whole file, or one line of it. */
export function refuse(reason: RefusalReason, params: RowProblem['params'] = {}, place: { line?: number; column?: string } = {}): Refusal {
  return { reason, params, line: place.line ?? 0, column: place.column ?? null };
}
