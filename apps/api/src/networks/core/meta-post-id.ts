import type { NamedCell } from './header-columns.js';
import { isDamagedIdentifier } from './read-identifier.js';
import { type RowDraft, shorten } from './row-draft.js';

/** The number of a publication, as text: it is longer than what a computer number keeps. Null: rejected. */
export function readMetaPostId(cell: NamedCell, draft: RowDraft): string | null {
  if (/^\d{4,30}(_\d{4,30})?$/.test(cell.text)) return cell.text;
  if (cell.text === '') draft.reject(cell.column, 'value-missing');
  else if (isDamagedIdentifier(cell.text)) draft.reject(cell.column, 'id-damaged-by-spreadsheet', { value: shorten(cell.text) });
  else draft.reject(cell.column, 'id-not-a-number', { value: shorten(cell.text) });
  return null;
}

/** Totals at the foot of a file: a name or nothing where a publication has its number, and no hour of publication. */
export function isMetaSummaryRow(id: NamedCell, publishedAt: NamedCell, dateCell: NamedCell): boolean {
  if (/^global$/i.test(dateCell.text)) return true;
  return !/\d/.test(id.text) && publishedAt.text === '';
}
