import { FEW_POSTS, type StaffInput, type StaffPart } from './staff-input.js';
import type { StaffWords } from './staff-words.js';

/** The staff as a table: « Voir le tableau ». Cells are written in the person's language; « — » where there is no figure. */
export interface StaffTable { columns: string[]; rows: string[][] }

/** One line per month, or part of a month at a seam; a month without any reading keeps its line. */
export function staffTable(input: StaffInput, words: StaffWords): StaffTable {
  const { write } = words;
  const cell = (rate: number | null): string => (rate === null ? '—' : write.exactPeople(rate));
  return {
    columns: columnsOf(words),
    rows: monthsOf(input).map(({ month, part }) => [
      monthName({ month, part }, words), cell(part?.usual.median ?? null), cell(part?.usual.low ?? null), cell(part?.usual.high ?? null),
      part === null ? '—' : write.number(part.usual.posts, 0), remarksOf(part, words).join(', '),
    ]),
  };
}

/** The same rows for a spreadsheet: months as `2026-10`, people for 100 followers with a decimal point, empty where unknown. */
export function staffCsv(input: StaffInput, words: StaffWords): string {
  const cell = (rate: number | null): string => (rate === null ? '' : (rate * 100).toFixed(2));
  const rows = monthsOf(input).map(({ month, part }) => [
    isPartial(part) ? `${part.from}/${part.to}` : month, cell(part?.usual.median ?? null), cell(part?.usual.low ?? null), cell(part?.usual.high ?? null),
    part === null ? '' : String(part.usual.posts), remarksOf(part, words).join(', '),
  ]);
  return [columnsOf(words), ...rows].map((row) => row.map(quote).join(',')).join('\r\n');
}

interface MonthLine { month: string; part: StaffPart | null }

function monthsOf({ months, parts }: StaffInput): MonthLine[] {
  return months.flatMap((month): MonthLine[] => {
    const own = parts.filter((part) => part.month === month);
    return own.length === 0 ? [{ month, part: null }] : own.map((part) => ({ month, part }));
  });
}

function columnsOf({ say }: StaffWords): string[] {
  return [
    say('charts.table.month'), say('charts.table.usual'), say('charts.table.low'), say('charts.table.high'), say('charts.table.posts'), say('charts.table.remark'),
  ];
}

function monthName({ month, part }: MonthLine, { say, write }: StaffWords): string {
  if (!isPartial(part)) return write.monthAndYear(month);
  const named = { month: write.monthAndYear(month), from: write.shortDay(part.from), to: write.shortDay(part.to) };
  if (part.start % 1 === 0) return say('charts.table.until', { ...named, day: named.to });
  return part.end % 1 === 0 ? say('charts.table.from', { ...named, day: named.from }) : say('charts.table.between', named);
}

function remarksOf(part: StaffPart | null, { say }: StaffWords): string[] {
  if (part === null || (part.usual.posts === 0 && part.growing === 0)) return [say('charts.remark.notMeasured')];
  const remarks: string[] = [];
  if (part.usual.median === null) remarks.push(say('charts.remark.tooFew'));
  else if (part.usual.posts < FEW_POSTS) remarks.push(say('charts.remark.few'));
  if (part.growing > 0) remarks.push(say('charts.remark.growing', { posts: part.growing }));
  if (part.basis === 'organic-and-unknown' && part.usual.posts > 0) remarks.push(say('charts.remark.unknownPaid'));
  if (part.from.slice(8) !== '01') remarks.push(say('charts.remark.newCount'));
  return remarks;
}

function isPartial(part: StaffPart | null): part is StaffPart {
  return part !== null && (part.start % 1 !== 0 || part.end % 1 !== 0);
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
