import type { FigureName } from './figures.js';

export interface Bound {
  least?: number;
  most?: number;
}

type Bounds = Readonly<Partial<Record<FigureName, Bound>>>;

const most = (value: number): Bound => ({ most: value });
const least = (value: number): Bound => ({ least: value });
const WRONG_SIGN: Bounds = { 'wrong sign': most(3) };
const TYPE_M: Bounds = { 'type M': { least: 0.8, most: 1.2 } };
const SPARSE_200: Bounds = { FDR: most(6), power: least(28), 'of true': least(76), 'of advice': least(84), regret: most(24), ...WRONG_SIGN, ...TYPE_M, width: most(0.6) };
const SHARE_FEWER: Bounds = { FR: most(4) };
const SHARE_MANY: Bounds = { FR: most(10) };
const TREND: Bounds = { worsening: most(6), improving: most(6), 'slope covers': least(87) };
const EXPERIMENT: Bounds = { covers: least(88) };

/** The acceptance figures of the method, by world. They leave room for chance: the method is not to be tuned on them. */
export const bounds: Readonly<Record<string, Bounds>> = {
  'null-n20': { FR: most(0) },
  'null-n60': SHARE_FEWER, 'null-n100': SHARE_FEWER,
  'null-n200': { ...SHARE_MANY, covers: least(88) }, 'null-n600': { ...SHARE_MANY, covers: least(88) },
  'sparse-n60': { covers: least(88) }, 'sparse-n100': { covers: least(88) }, 'sparse-n200': SPARSE_200, 'sparse-utc-n200': SPARSE_200,
  'sparse-n600': { FDR: most(6), power: least(80), 'of advice': least(84), regret: most(7), ...WRONG_SIGN, ...TYPE_M },
  'dense-n60': { covers: least(88) },
  'dense-n200': { FDR: most(6), power: least(28), 'of advice': least(84), ...WRONG_SIGN, ...TYPE_M },
  'dense-n600': { FDR: most(6), power: least(60), regret: most(10), ...WRONG_SIGN, ...TYPE_M },
  'confounded-n60': SHARE_FEWER, 'confounded-n100': SHARE_FEWER,
  'confounded-n200': { FR: most(9), covers: least(88), ...WRONG_SIGN }, 'confounded-n600': { FR: most(9), power: least(85), ...WRONG_SIGN },
  'strong-n60': SHARE_FEWER, 'strong-n100': { ...SHARE_FEWER, power: least(33) },
  'viral-n200': SHARE_MANY, 'viral-sparse-n200': { FDR: most(6) }, 'hetero-n200': SHARE_MANY, 'boost-mislabelled-n200': SHARE_MANY, 'habit-decline-n200': SHARE_MANY,
  'holiday-n200': SHARE_MANY, 'weekshock-n200': { ...SHARE_MANY, ...TREND, change: most(8) }, 'immature-n60': SHARE_FEWER,
  'rendezvous-n200': { ...SHARE_MANY, power: least(42) }, 'rendezvous-null-n200': SHARE_MANY,
  'trend-flat-n200': { ...TREND, change: most(8) }, 'trend-down-n200': { worsening: least(42), improving: most(6), 'slope covers': least(87) }, 'trend-step-n200': { 'in 75 days': least(52) },
  'channels-null-n100': { FR: most(8), covers: least(88) }, 'channels-diff-n100': { FR: most(8), power: least(90), covers: least(88) },
  'experiment-null-n200': EXPERIMENT, 'experiment-half-n200': EXPERIMENT, 'experiment-double-n200': EXPERIMENT,
};

/** A world that gives no figure keeps what must not be too much, and breaks what must be reached. */
export function isKept(figure: number | null, { least: from, most: to }: Bound): boolean {
  if (figure === null) return from === undefined;
  return figure >= (from ?? -Infinity) && figure <= (to ?? Infinity);
}

/** `≥ 28`, `≤ 6`, `0.8 to 1.2`. */
export function printBound({ least: from, most: to }: Bound): string {
  if (from === undefined) return `≤ ${to ?? ''}`;
  return to === undefined ? `≥ ${from}` : `${from} to ${to}`;
}
