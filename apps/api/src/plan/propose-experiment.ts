import { addDays, type AdviceDimension, adviceDimensions, MAX_PLAN_DAYS, type Recommendation } from '@portee/shared';
import { experimentSize } from '../recommendations/experiment-size.js';
import type { AdviceRecord } from '../recommendations/records.js';
import { type TriedLevels, triedLevels } from './draw-arms.js';
import { PlanError } from './plan-error.js';

/** Scatter of posts where no model could be made: between 0.6 and 1.1 was observed. */
const USUAL_SIGMA = 0.9;
/** What is tried for where the figures show nothing yet: twice as many people. */
const DOUBLING = 1;
/** Of its days, for posts that are lost. */
const SLACK = 1.25;
/** Posts of each arm beyond which nothing is drawn: fourteen a day for a year. */
const MOST_EACH_ARM = 5_000;
const DAYS_A_MONTH = 365.25 / 12;
/** Who was pushed is chosen, and people reached by a push are not counted: lots could not be read. */
const NEVER_TRIED: readonly AdviceDimension[] = ['paid'];
/** Where a post is something or is not; of the others, there must be another level to try against. */
const YES_OR_NO: readonly AdviceDimension[] = ['share_oriented', 'rendezvous'];

/** What is known of the channel when an experiment is proposed. */
export interface ProposalInput {
  record: Recommendation;
  /** Of the same channel. */
  records: readonly Recommendation[];
  basis: { sigma: number | null; postsAMonth: number };
  /** The effect to be seen; undefined: the one that the record shows. */
  sees: number | undefined;
  /** Local to the channel. */
  today: string;
}

export interface Proposal extends TriedLevels {
  sees: number;
  /** Null: no number of posts would do, or more than anybody could publish. */
  eachArm: number | null;
  /** Null: the channel has no pace, or no size would do. */
  months: number | null;
  isTooSmall: boolean;
  startsDay: string;
  lastDay: string | null;
}

/** How large and how long an experiment on a record would be. @throws PlanError experiment-not-possible */
export function proposeExperiment({ record, records, basis, sees: asked, today }: ProposalInput): Proposal {
  const tried = triedOf(record, records);
  const sees = asked ?? record.effect ?? DOUBLING;
  const { eachArm, months, isTooLong } = experimentSize({ effect: sees, sigma: basis.sigma ?? USUAL_SIGMA, postsAMonth: basis.postsAMonth });
  const isFinite = eachArm <= MOST_EACH_ARM;
  const isTooSmall = isTooLong || !isFinite;
  const lastDay = months === null || isTooSmall ? null : addDays(today, Math.min(MAX_PLAN_DAYS - 1, Math.ceil(months * DAYS_A_MONTH * SLACK)));
  return { ...tried, sees, eachArm: isFinite ? eachArm : null, months: isFinite ? months : null, isTooSmall, startsDay: today, lastDay };
}

function triedOf(record: Recommendation, records: readonly Recommendation[]): TriedLevels {
  if (!isAdvice(record) || record.level === null || NEVER_TRIED.includes(record.dimension)) throw new PlanError('experiment-not-possible');
  const { dimension, level } = record;
  const advice = records.filter(isAdvice);
  const hasOther = YES_OR_NO.includes(dimension) || advice.some((other) => other.dimension === dimension && other.level !== level);
  if (!hasOther) throw new PlanError('experiment-not-possible');
  return triedLevels(advice, { dimension, level });
}

function isAdvice(record: Recommendation): record is AdviceRecord {
  return record.kind === 'advice' && adviceDimensions.some((dimension) => dimension === record.dimension);
}
