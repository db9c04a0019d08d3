/** How the cells of a delimited text are parted. */
export interface Layout {
  delimiter: string;
  /** Each whole line stands between quotation marks, its own marks doubled: damage by a copy. */
  isWrapped: boolean;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Records looked at. */
const SAMPLE = 20;

/**
 * Finds the delimiter from the beginning of a text: what its first line `sep=` says, otherwise the sign that most
 * records have equally often outside quotation marks.
 * @returns null when no sign parts the lines: the text is no table
 */
export function sniffLayout(head: string): Layout | null {
  const declared = /^"?sep=(.)"?\n/.exec(head)?.[1];
  if (declared !== undefined) return { delimiter: declared, isWrapped: false };
  const delimiter = bestDelimiter(head);
  if (delimiter !== null) return { delimiter, isWrapped: false };
  const inner = unwrapLines(head);
  const inside = inner === null ? null : bestDelimiter(inner);
  return inside === null ? null : { delimiter: inside, isWrapped: true };
}

function bestDelimiter(text: string): string | null {
  const records = countByRecord(text);
  let best: { delimiter: string; score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const score = regularity(records.map((counts) => counts[DELIMITERS.indexOf(delimiter)] ?? 0));
    if (score > 0 && (best === null || score > best.score)) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

/** Most frequent count above 0, times how many records have it. */
function regularity(counts: readonly number[]): number {
  const frequency = new Map<number, number>();
  for (const count of counts) if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  return Math.max(0, ...[...frequency].map(([count, times]) => count * times));
}

/** For each of the first records, how often each delimiter stands outside quotation marks. */
function countByRecord(text: string): number[][] {
  const records: number[][] = [];
  let counts = DELIMITERS.map(() => 0);
  let isQuoted = false;
  let wasQuoted = false;
  let isCellStart = true;
  for (const sign of text) {
    // A doubled mark closes and opens again: the count stays right.
    if (sign === '"' && (isQuoted || wasQuoted || isCellStart)) { wasQuoted = isQuoted; isQuoted = !isQuoted; isCellStart = false; continue; }
    if (isQuoted) continue;
    wasQuoted = false;
    const delimiter = DELIMITERS.findIndex((candidate) => candidate === sign);
    if (delimiter !== -1) counts[delimiter] = (counts[delimiter] ?? 0) + 1;
    isCellStart = delimiter !== -1 || sign === '\n';
    if (sign !== '\n') continue;
    records.push(counts);
    if (records.length === SAMPLE) return records;
    counts = DELIMITERS.map(() => 0);
  }
  return records.length === 0 ? [counts] : records;
}

function unwrapLines(head: string): string | null {
  const lines = head.split('\n').slice(0, SAMPLE).filter((line) => line.trim() !== '');
  const whole = lines.slice(0, Math.max(1, lines.length - 1));
  if (!whole.every((line) => line.length > 2 && line.startsWith('"') && line.endsWith('"'))) return null;
  return whole.map((line) => line.slice(1, -1).replaceAll('""', '"')).join('\n');
}
