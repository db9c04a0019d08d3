import { type Bound, bounds, isKept, printBound } from './bounds.js';
import { type FigureName, figureNames, type Figures } from './figures.js';

/** A figure with the bound it has to keep, if any. */
export interface Judged {
  where: string;
  what: string;
  figure: number | null;
  bound: Bound | undefined;
}

const TWO_DIGITS = new Set<string>(['type M', 'width'] satisfies FigureName[]);

/** The figures that a world gives or has to give. */
export function judgeWorld(world: string, figures: Figures): Judged[] {
  return figureNames.map((what) => ({ where: world, what, figure: figures[what], bound: bounds[world]?.[what] }));
}

export function isBroken({ figure, bound }: Judged): boolean {
  return bound !== undefined && !isKept(figure, bound);
}

/** A line a place, a column a figure; a bound stands beside its figure, with `ok` or `BROKEN`. Columns in which nothing stands are left out. */
export function tableOf(judged: readonly Judged[]): string {
  const columns = [...new Set(judged.map(({ what }) => what))].filter((what) => judged.some((one) => one.what === what && (one.figure !== null || one.bound)));
  const rows = [...Map.groupBy(judged, ({ where }) => where)].map(([where, ofPlace]) => [where, ...columns.map((what) => print(ofPlace.find((one) => one.what === what)))]);
  const lines = [['', ...columns], ...rows];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}

function print(one: Judged | undefined): string {
  if (one === undefined) return '';
  const { what, figure, bound } = one;
  const shown = figure === null ? '-' : figure.toFixed(TWO_DIGITS.has(what) ? 2 : 1);
  return bound === undefined ? shown : `${shown} ${printBound(bound)} ${isBroken(one) ? 'BROKEN' : 'ok'}`;
}
