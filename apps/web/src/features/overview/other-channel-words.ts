import { FEW_POSTS, type ChannelReport } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';
import { sayPeriod } from './headline-words.js';

type Words = Pick<Translation, 't' | 'write'>;

/** What must be known to read a small picture right: posts, period, and every reserve. */
export function sayOtherChannel(report: ChannelReport, words: Words): string {
  return (report.givesReach ? measured(report, words) : notMeasurable(report, words)).join(' ');
}

function measured({ headline, volume, followersReached28Days }: ChannelReport, { t, write }: Words): string[] {
  const { median, posts } = headline.figure;
  return [
    t('overview.others.posts', { posts, period: sayPeriod(headline, { t, write }) }),
    ...(median !== null && posts < FEW_POSTS ? [t('overview.others.few')] : []),
    ...(median !== null && headline.basis === 'organic-and-unknown' ? [t('overview.others.unknownPaid')] : []),
    ...(median !== null && headline.followersEstimated ? [t('overview.others.estimated')] : []),
    ...(volume.growing > 0 ? [t('overview.others.growing', { posts: volume.growing })] : []),
    ...(followersReached28Days === null ? [] : [t('overview.others.28days', { people: write.people(followersReached28Days.rate) })]),
  ];
}

/** The stand-in figures of a network that counts no people, named as such. */
function notMeasurable({ standIn, followers }: ChannelReport, { t, write }: Words): string[] {
  const figures = [
    ...(standIn === null || standIn.shares === null ? [] : [t('overview.others.shares', { shares: standIn.shares })]),
    ...(standIn === null || standIn.views === null ? [] : [t('overview.others.views', { views: standIn.views })]),
  ];
  if (figures.length === 0) return [t('overview.others.nothing')];
  const named = write.list(figures);
  if (followers === null) return [t('overview.others.standInAlone', { figures: named })];
  return [t('overview.others.standIn', { figures: named, followers: t('overview.others.followers', { followers: write.number(followers.count, 0) }) })];
}
