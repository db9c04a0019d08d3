import { addDays } from '@portee/shared';
import { isBadParameter, isGone, isPermissionMissing } from '../core/meta-graph-errors.js';
import type { GraphOperation, MetaGraph } from '../core/meta-graph.js';
import type { MeasureRefusal } from '../core/network-connector.js';
import type { NetworkError } from '../core/network-error.js';
import { facebookInsights } from './facebook.answers.js';
import type { Probed } from './facebook.metrics.js';

/** Meta takes metrics away from all versions at once, with little notice. */
const PROBE_EVERY_DAYS = 7;

/** One metric, or one way of parting one, to be tried by itself. */
export interface Trial extends GraphOperation {
  name: string;
}

/** Weekly; and each time while a permission is missing, since people give it back without telling Portée. */
export function isProbeDue(known: Probed | null, today: string): boolean {
  if (known === null || known.day === null || addDays(known.day, PROBE_EVERY_DAYS) <= today) return true;
  return Object.values(known.refused).includes('permission-missing');
}

/**
 * Tries each metric by itself, in one batch: asked together, one that is gone would take the others with it.
 * @throws NetworkError where the trial fails for another reason than the metric
 */
export async function probe(graph: MetaGraph, trials: readonly Trial[], today: string): Promise<Probed> {
  const refused: Record<string, MeasureRefusal['reason']> = {};
  let isClear = true;
  const outcomes = await graph.batch(trials, facebookInsights);
  for (const [position, { error }] of outcomes.entries()) {
    const name = trials[position]?.name ?? '';
    const verdict = error === null ? 'living' : judge(error, trials[position]);
    if (verdict === 'untried' || verdict === 'odd') isClear = false;
    if (verdict === 'odd' || verdict === 'withdrawn') refused[name] = 'withdrawn';
    if (verdict === 'permission-missing') refused[name] = 'permission-missing';
  }
  return { day: isClear ? today : null, refused };
}

/** `untried`: what it was tried on is gone; `odd`: refused in a way that may mean something else. Both are tried again soon. */
type Verdict = 'living' | 'withdrawn' | 'permission-missing' | 'untried' | 'odd';

function judge(error: NetworkError, trial: Trial | undefined): Verdict {
  if (isPermissionMissing(error)) return 'permission-missing';
  if (isGone(error)) return 'untried';
  if (isBadParameter(error)) return 'withdrawn';
  // A breakdown that a metric has not got is an "unknown error" to Meta.
  if (error.code === '1' && trial?.parameters['breakdown'] !== undefined) return 'odd';
  throw error;
}
