import { adviceWords, type Recommendation, type RecommendationDecision, sayWhen } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

type Advised = Pick<Recommendation | RecommendationDecision, 'dimension' | 'level'>;

/** What following an advice comes down to: « Publier plus souvent le matin ». */
export function sayAdvised(advised: Advised, verdict: Recommendation['verdict'], { t, locale }: Pick<Translation, 't' | 'locale'>): string {
  return t(`plan.advised.${wayOf(verdict)}`, { when: sayWhen(advised, adviceWords(locale)) });
}

function wayOf(verdict: Recommendation['verdict']): 'more' | 'less' | 'try' {
  if (verdict === 'do_more') return 'more';
  return verdict === 'do_less' ? 'less' : 'try';
}
