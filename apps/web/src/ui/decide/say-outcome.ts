import { adviceWords, type CertaintyMark, isInTimes, type PlanOutcome, sayEffect, sayNoun, saySize, sayTimes, sayWhen } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

export type Measured = Extract<PlanOutcome, { kind: 'measured' }>;
export type Told = Exclude<PlanOutcome, { kind: 'unmeasured' }>;
type Words = Pick<Translation, 't' | 'write' | 'locale'>;

/** How sure it is, in a word and a sign. */
export function sayOutcomeState(outcome: Told, { t }: Words): { mark: CertaintyMark; state: string } {
  if (isCutOff(outcome)) return { mark: 'rest', state: t('outcome.state.noControl') };
  if (outcome.kind === 'too-few-posts') return { mark: 'dashed', state: t('outcome.state.few') };
  if (outcome.kind === 'no-control') return { mark: 'rest', state: t('outcome.state.noControl') };
  return outcome.verdict === 'no_clear_difference' ? { mark: 'rest', state: t('outcome.state.none') } : { mark: 'full', state: t('outcome.state.measured') };
}

/** The network changed its way of counting after the line had begun: there is no before. */
function isCutOff({ cutAt, fromDay }: Told): boolean {
  return cutAt !== null && cutAt >= fromDay;
}

/** What was found, with its posts: one sentence after the other. */
export function sayOutcome(outcome: Told, words: Words): string[] {
  const { t } = words;
  const noun = sayNoun(outcome, adviceWords(words.locale));
  const growing = outcome.growing === 0 ? [] : [t('outcome.growing', { count: outcome.growing })];
  // Time will not bring what lies before the change.
  if (outcome.kind === 'too-few-posts' && isCutOff(outcome)) return [t('outcome.cut', { day: words.write.longDay(outcome.cutAt ?? outcome.fromDay) })];
  if (outcome.kind === 'too-few-posts') return [t('outcome.few', { noun, ...outcome.posts }), ...growing];
  const counted = [t('outcome.posts', { noun, ...outcome.posts }), ...sayRates(outcome, words)];
  if (outcome.kind === 'no-control') return [...counted, t('outcome.noControl'), ...growing];
  return [sayMeasured(outcome, noun, words), ...counted, t(`outcome.against.${outcome.controlledBy}`, outcome.control), ...growing];
}

/** What is counted against what, then what it does not say. */
export function sayLimits(outcome: Told, { lines, today }: { lines: readonly string[]; today: string }, words: Words): string[] {
  const { t, write, locale } = words;
  const { followed: { before, after }, since, fromDay, until, cutAt } = outcome;
  const days = { day: write.longDay(fromDay), until: write.longDay(until), since: write.longDay(since) };
  const isMeasured = outcome.kind === 'measured';
  return [
    ...(before.posts > 0 ? [t('outcome.followed', { kindBefore: before.ofKind, allBefore: before.posts, kindAfter: after.ofKind, allAfter: after.posts })] : []),
    ...(isMeasured ? [t(until < today ? 'outcome.what.ended' : 'outcome.what', days)] : []),
    t('outcome.not.kind', { when: sayWhen(outcome, adviceWords(locale)) }),
    ...(isMeasured ? [t('outcome.not.chosen')] : []), ...(isMeasured && outcome.controlledBy === 'other-channels' ? [t('outcome.not.channels')] : []),
    ...(lines.length > 0 ? [t('outcome.not.shared', { lines: write.list(lines) })] : []), ...(outcome.isAdapted ? [t('outcome.not.adapted')] : []),
    ...(cutAt === null || isCutOff(outcome) ? [] : [t('outcome.not.cut', { day: write.longDay(cutAt) })]), ...(outcome.isPaidUnknown ? [t('outcome.not.paid')] : []),
  ];
}

function sayMeasured({ verdict, effect, low, high }: Measured, noun: string, { t, locale }: Words): string {
  const advice = adviceWords(locale);
  const range = { low: sayEffect(low, advice), high: sayEffect(high, advice) };
  if (verdict === 'no_clear_difference') return t('outcome.none', { noun, ...range });
  const found = isInTimes(effect) ? t('outcome.more.times', { noun, times: sayTimes(effect, advice) }) : t(effect > 0 ? 'outcome.more' : 'outcome.fewer', { noun, percent: saySize(effect, advice) });
  return `${found} ${t('outcome.range', range)}`;
}

/** « Pour 100 abonnés, d’habitude : 5 avant, 7 depuis. » */
function sayRates({ rates: { before, after } }: Exclude<Told, { kind: 'too-few-posts' }>, { t, write }: Words): string[] {
  return before.median === null || after.median === null ? [] : [t('outcome.rates', { before: write.exactPeople(before.median), after: write.exactPeople(after.median) })];
}
