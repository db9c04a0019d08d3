/** One line of the table. */
export interface Measure {
  what: string;
  /** The runs, in the order they were made; the median counts. */
  runs: readonly number[];
  unit: 'ratio' | 's' | 'ms' | 'MB' | 'kB' | 'rows/s' | 'channels/s';
  /** Absent: told for understanding, judged by nobody. A goal is aimed at; a bound fails the run when it is broken. */
  limit?: { kind: 'goal' | 'bound'; side: 'at least' | 'at most'; value: number };
  /** How much was measured, and what dominates. */
  note: string;
}

export type Verdict = 'within' | 'within noise' | 'missed' | 'told';

/** Machines that are shared differ by this much from one minute to the next, whatever the runs show. */
const LEAST_NOISE = 0.05;

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Nearest rank; NaN of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.max(0, Math.ceil((percent / 100) * ordered.length) - 1)] ?? Number.NaN;
}

/** Half the distance between the runs that lie furthest apart, as a fraction of the median; files weigh the same every time. */
export function noiseOf({ runs, unit }: Measure): number {
  if (unit === 'kB') return 0;
  const middle = median(runs);
  return middle === 0 ? LEAST_NOISE : Math.max(LEAST_NOISE, (Math.max(...runs) - Math.min(...runs)) / 2 / middle);
}

/** A limit is missed when the median lies beyond it by more than the noise of the runs. */
function judge(measure: Measure): Verdict {
  const { runs, limit } = measure;
  if (!limit) return 'told';
  const excess = limit.side === 'at most' ? median(runs) / limit.value - 1 : 1 - median(runs) / limit.value;
  if (excess <= 0) return 'within';
  return excess <= noiseOf(measure) ? 'within noise' : 'missed';
}

/** The table, a line a measure. */
export function tableOf(measures: readonly Measure[]): string {
  const rows = measures.map((measure) => {
    const { what, runs, unit, limit, note } = measure;
    const goal = limit ? `${limit.side === 'at most' ? '≤' : '≥'} ${limit.value} (${limit.kind})` : '—';
    return [what, `${print(median(runs), unit)} ${unit}`, goal, judge(measure), `${runs.length} × ±${Math.round(noiseOf(measure) * 100)} %`, note];
  });
  const head = ['measure', 'median', 'limit', 'verdict', 'runs', 'what was measured'];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [head, ...rows].map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}

/** The lines that fail the run. */
export function brokenBounds(measures: readonly Measure[]): Measure[] {
  return measures.filter((measure) => measure.limit?.kind === 'bound' && judge(measure) === 'missed');
}

function print(value: number, unit: Measure['unit']): string {
  return unit === 'ratio' || unit === 's' ? value.toFixed(2) : value.toFixed(value < 10 ? 1 : 0);
}
