import type { ChannelReport } from '../../contract/report.contract.js';
import { compareHeadlines } from '../../metrics/compare-headlines.js';
import { monthOf } from '../../time/period.js';
import { formatMonth } from '../format-day.js';
import type { SharedKey, Translator } from '../translator.js';

/**
 * How the headline stands against the month before: « 1 de moins qu’en septembre. Un écart aussi petit peut venir
 * du hasard. » Null where the two may not be compared. It compares two months and never speaks of a trend.
 */
export function comparisonSentence({ headline, previous, seams }: Pick<ChannelReport, 'headline' | 'previous' | 'seams'>, t: Translator<SharedKey>): string | null {
  const change = compareHeadlines(headline, previous, seams.filter(({ measure }) => measure === 'reach'));
  if (change === null || previous === null) return null;
  const since = headline.months === 1 ? t('compare.since-month', { month: formatMonth(monthOf(previous.to), t.locale, 'without-year') }) : t('compare.since-window');
  if (change.people === 0) return t('compare.same', { since });
  const moved = t(change.people > 0 ? 'compare.more' : 'compare.fewer', { people: Math.abs(change.people), since });
  return `${moved} ${t(change.mayBeChance ? 'compare.chance' : 'compare.apart')}`;
}
