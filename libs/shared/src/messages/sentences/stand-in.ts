import type { ChannelReport } from '../../contract/report.contract.js';
import { formatNumber } from '../format-number.js';
import type { SharedKey, Translator } from '../translator.js';
import { writing } from '../writing.js';

/** What stands where a network counts no people: « Il ne compte pas les personnes. À la place : 23 partages. » */
export function standInSentence({ standIn }: Pick<ChannelReport, 'standIn'>, t: Translator<SharedKey>): string {
  const why = t('stand-in.why');
  if (standIn === null) return why;
  const { shares, views, interactionsPerFollower } = standIn;
  const figures = [
    ...(shares === null ? [] : [t('stand-in.shares', { count: shares })]),
    ...(views === null ? [] : [t('stand-in.views', { count: views })]),
    ...(interactionsPerFollower.median === null ? [] : [t('stand-in.interactions', { value: formatNumber(interactionsPerFollower.median * 100, t.locale, 1) })]),
  ];
  return figures.length === 0 ? why : `${why} ${t('stand-in.instead', { figures: writing(t.locale).list(figures) })}`;
}
