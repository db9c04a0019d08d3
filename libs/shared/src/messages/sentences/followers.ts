import type { ChannelReport } from '../../contract/report.contract.js';
import { formatDay } from '../format-day.js';
import type { SharedKey, Translator } from '../translator.js';

/** « 2 840 abonnés le 31 octobre 2026, 34 de plus qu’un mois avant. » */
export function followersSentence({ followers }: Pick<ChannelReport, 'followers'>, t: Translator<SharedKey>): string {
  if (followers === null) return t('followers.unknown');
  const counted = t('followers.count', { count: followers.count, day: formatDay(followers.day, t.locale) });
  const { change } = followers;
  if (change === null) return t('followers.alone', { followers: counted });
  if (change === 0) return t('followers.same', { followers: counted });
  return t(change > 0 ? 'followers.more' : 'followers.fewer', { followers: counted, change: Math.abs(change) });
}
