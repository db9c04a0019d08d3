import { adviceWords, isSureOf, sayEffect, type Recommendation } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

/** Posts of a level under which it is not compared. */
const FEWEST_OF_LEVEL = 8;

/** Whether a verdict stands on it. A level without a record has no post, and none. */
export function isSure(record: Recommendation | undefined): boolean {
  return record !== undefined && isSureOf(record);
}

/** Under an interval: « Environ +38 %, indice solide », « Pas de différence visible », « Pas encore assez : 5 publications ». A level without a record has no post. */
export function sayVerdict(record: Recommendation | undefined, { t, locale }: Pick<Translation, 't' | 'locale'>): string {
  if (record === undefined || record.posts === 0) return t('timing.verdict.absent');
  const { verdict, effect, posts, tested } = record;
  if (tested !== undefined) return isSure(record) && effect !== null ? t('timing.verdict.tested', { effect: sayEffect(effect, adviceWords(locale)) }) : t('timing.verdict.testedNone');
  if (isSure(record) && effect !== null) return t('timing.verdict.sure', { effect: sayEffect(effect, adviceWords(locale)) });
  if (verdict === 'test') return t('timing.verdict.test');
  if (verdict !== 'not_enough_data') return t('timing.verdict.none');
  return posts < FEWEST_OF_LEVEL ? t('timing.verdict.few', { posts }) : t('timing.verdict.rest');
}
