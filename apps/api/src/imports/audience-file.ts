import type { FileHead, FileRecord } from '../networks/core/export-reader.js';
import { normaliseLabel } from '../networks/core/header-columns.js';
import { shorten } from '../networks/core/row-draft.js';
import { type Refusal, refuse } from './file-refusal.js';

/** Titles of the blocks of Business Suite's "Audience" file, English, French and Dutch. */
const TITLES: readonly string[] = [
  'age & gender', 'top cities', 'top towns/cities', 'top countries', 'top pages',
  'age et genre', 'age et sexe', 'villes principales', 'principales villes', 'pays principaux', 'principaux pays', 'principales pages',
  'leeftijd en geslacht', 'leeftijd en gender', 'belangrijkste steden', 'belangrijkste landen',
];
const PERCENTAGE = /^\d{1,3}([.,]\d+)?\s?%?$/u;

/**
 * Finds a file of the audience by age, town and country, which holds no figure of any day or post; and says where a
 * spreadsheet with a decimal comma has turned its percentages into dates (17.6 into 17-June).
 * @returns null when the file is no audience file
 */
export function findAudienceBlock(head: FileHead): Refusal | null {
  const start = head.records.findIndex(isTitle);
  if (start === -1) return null;
  const rest = head.records.slice(start);
  const damage = findDamage(rest);
  const title = rest[0];
  return damage ?? refuse('audience-file', { title: title?.cells[0]?.trim() ?? '' }, { line: title?.line ?? 0 });
}

function isTitle(record: FileRecord): boolean {
  return TITLES.includes(normaliseLabel(record.cells[0] ?? '')) && record.cells.slice(1).every((cell) => cell.trim() === '');
}

function findDamage(records: readonly FileRecord[]): Refusal | null {
  const rows = blocksOf(records).flatMap(([names, ...block]) => block.map((row) => ({ names, row })));
  for (const { names, row } of rows) {
    const position = row.cells.findIndex((cell, at) => isDamagedPercentage(cell, { row, at }));
    if (position === -1) continue;
    const column = names?.cells[position]?.trim() ?? '';
    const value = shorten(row.cells[position] ?? '');
    return refuse('damaged-by-spreadsheet', { value, line: row.line, column }, { line: row.line, column });
  }
  return null;
}

/** The records after each title, up to the next one. */
function blocksOf(records: readonly FileRecord[]): FileRecord[][] {
  const blocks: FileRecord[][] = [];
  let isInside = false;
  for (const record of records) {
    if (record.cells.every((cell) => cell.trim() === '')) continue;
    const isLoneCell = record.cells.slice(1).every((cell) => cell.trim() === '');
    if (isTitle(record)) { blocks.push([]); isInside = true; }
    else if (isLoneCell && !PERCENTAGE.test(record.cells[0]?.trim() ?? '')) isInside = false;
    else if (isInside) blocks.at(-1)?.push(record);
  }
  return blocks;
}

/** A cell of figures that is no percentage: a number followed by letters, or a day of a year. */
function isDamagedPercentage(cell: string, place: { row: FileRecord; at: number }): boolean {
  const text = cell.trim();
  if (text === '' || PERCENTAGE.test(text)) return false;
  const first = place.row.cells[0]?.trim() ?? '';
  const isAgeLabel = place.at === 0 && /^\d{2}\s?[-–+]/u.test(first);
  return !isAgeLabel && /^\d{1,2}[.\-/ ]\s?[^\d\s]|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/u.test(text);
}
