import type { ChannelReport } from '../../contract/report.contract.js';
import { formatNumber } from '../format-number.js';
import type { SharedKey, Translator } from '../translator.js';
import { writing } from '../writing.js';

/** Over the figures that stand in for people: the network never counts them, or it does and no reading of this month says it. */
export function standInTitle({ givesReach }: Pick<ChannelReport, 'givesReach'>, t: Translator<SharedKey>): string {
  return t(givesReach ? 'stand-in.title.not-read' : 'stand-in.title');
}

/** What stands where people are not counted: « À la place : 23 partages. » Null where nothing does. */
export function standInSentence({ standIn }: Pick<ChannelReport, 'standIn'>, t: Translator<SharedKey>): string | null {
  if (standIn === null) return null;
  const { shares, views, interactionsPerFollower } = standIn;
  const figures = [
    ...(shares === null ? [] : [t('stand-in.shares', { count: shares })]),
    ...(views === null ? [] : [t('stand-in.views', { count: views })]),
    ...(interactionsPerFollower.median === null ? [] : [t('stand-in.interactions', { value: formatNumber(interactionsPerFollower.median * 100, t.locale, 1) })]),
  ];
  return figures.length === 0 ? null : t('stand-in.instead', { figures: writing(t.locale).list(figures) });
}
