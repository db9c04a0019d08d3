import { z } from 'zod';
import { isInvalidMetric, isPermissionMissing, isTooMuchData, unknownField } from '../core/meta-graph-errors.js';
import type { JsonValue } from '../core/network-connector.js';
import { living, postMetrics, type Probed, reactionMetrics } from './facebook.metrics.js';

/** More than this with their insights, and Meta finds the answer too long. */
const USUAL_LIMIT = 25;

const DESCRIPTION = ['id', 'created_time', 'status_type', 'permalink_url', 'message', 'parent_id', 'shares', 'attachments{media_type,type,url}'];
const TOTALS = ['comments.limit(0).summary(total_count)', 'reactions.limit(0).summary(total_count)'];

/** How posts are asked for: the most in one request, and less where Meta refuses. */
export interface Plan {
  /** Posts a page. */
  limit: number;
  /** Whether totals of reactions and comments are asked for. */
  withTotals: boolean;
  /** Whether insights are asked for by themselves, since the list does not bear them. */
  isApart: boolean;
  /** Fields that posts turned out not to have. */
  without: readonly string[];
}

const kept = z.object({ after: z.string(), limit: z.number().int().min(1).max(100), withTotals: z.boolean(), isApart: z.boolean(), without: z.array(z.string()) });
/** Without these no post can be told. */
const NEEDED = ['id', 'created_time'];

/** Where the next page begins, and how it is asked for. */
export interface Place extends Plan {
  /** Null: at the newest post. */
  after: string | null;
}

export function firstPlan(readsTotals: boolean): Plan {
  return { limit: USUAL_LIMIT, withTotals: readsTotals, isApart: false, without: [] };
}

/** From a cursor; the newest post, when there is none. */
export function placeOf(cursor: JsonValue | null, plan: Plan): Place {
  return kept.safeParse(cursor).data ?? { ...plan, after: null };
}

/** The metrics of posts that a plan asks for, as far as they live. */
export function metricsOf(plan: Plan, known: Probed | null): string[] {
  return living(wantedMetrics(plan), known);
}

export function wantedMetrics({ withTotals }: Pick<Plan, 'withTotals'>): string[] {
  return [...Object.keys(postMetrics), ...(withTotals ? [] : Object.keys(reactionMetrics))];
}

/** What to ask of a post. */
export function fieldsOf(plan: Plan, known: Probed | null): string {
  const metrics = metricsOf(plan, known);
  const insights = plan.isApart || metrics.length === 0 ? [] : [`insights.metric(${metrics.join(',')})`];
  return [...DESCRIPTION, ...(plan.withTotals ? TOTALS : []), ...insights].filter((field) => !plan.without.includes(nameOf(field))).join(',');
}

function nameOf(field: string): string {
  return /^\w+/.exec(field)?.[0] ?? field;
}

/** What to do after a refusal: ask for less, or try again which metrics live. Null: nothing helps. */
export type Concession = { plan: Plan } | 'probe' | null;

export function concede(plan: Plan, error: unknown, hasProbed: boolean): Concession {
  const field = unknownField(error);
  if (field !== null) return plan.without.includes(field) || NEEDED.includes(field) ? null : { plan: { ...plan, without: [...plan.without, field] } };
  if (isTooMuchData(error)) {
    if (plan.limit > 1) return { plan: { ...plan, limit: Math.floor(plan.limit / 2) } };
    return plan.isApart ? null : { plan: { ...plan, isApart: true } };
  }
  if (!isInvalidMetric(error) && !isPermissionMissing(error)) return null;
  if (isPermissionMissing(error) && plan.withTotals) return { plan: { ...plan, withTotals: false } };
  if (!hasProbed) return 'probe';
  return plan.isApart ? null : { plan: { ...plan, isApart: true } };
}
