import { type Objective, quarterOf } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

/** « Instagram : 6 pour 100, au 4e trimestre 2026 » */
export function sayTarget({ measure, target, quarter }: Pick<Objective, 'measure' | 'target' | 'quarter'>, channel: string, translation: Translation): string {
  const { t, write } = translation;
  const when = sayQuarter(quarter, translation);
  return measure === 'posts' ? t('plan.objective.posts', { channel, target, when }) : t('plan.objective.rate', { channel, people: target * 100, target: write.number(target * 100), when });
}

export function sayQuarter(quarter: string, { t }: Translation): string {
  return t('plan.quarter', { number: Number(quarter.slice(6)), year: quarter.slice(0, 4) });
}

/** How far it is, of how many posts, and what is known of the end. */
export function sayProgress({ measure, quarter, rate, published, isOver, isReached }: Objective, today: string, { t, write }: Translation): string {
  if (quarter > quarterOf(today)) return t('plan.objective.notBegun');
  const known = measure === 'posts'
    ? t('plan.objective.published', { count: published })
    : rate.median === null ? t('plan.objective.few', { count: rate.posts }) : t('plan.objective.usual', { rate: write.exactPeople(rate.median), count: rate.posts });
  const judged = isReached === true ? t('plan.objective.reached') : isReached === false ? t('plan.objective.missed') : isOver ? t('plan.objective.unknown') : t('plan.objective.running');
  return `${known} ${judged}`;
}
