import { FEW_POSTS, firstDay, lastDay, type ChannelReport } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';
import { sayPeriod } from './headline-words.js';

type Words = Pick<Translation, 't' | 'write'>;

/** What must be known to read a small picture right: posts, period, and every reserve. */
export function sayOtherChannel(report: ChannelReport, month: string, words: Words): string {
  if (report.headline.figure.median !== null) return measured(report, words).join(' ');
  return [...published(report, month, words), ...(report.standIn === null ? [] : instead(report, words)), ...growing(report, words), ...reached(report, words)].join(' ');
}

function measured(report: ChannelReport, { t, write }: Words): string[] {
  const { headline } = report;
  const { posts } = headline.figure;
  return [
    t('overview.others.posts', { posts, period: sayPeriod(headline, { t, write }) }),
    ...(posts < FEW_POSTS ? [t('overview.others.few')] : []),
    ...(headline.basis === 'organic-and-unknown' ? [t('overview.others.unknownPaid')] : []),
    ...(headline.followersEstimated ? [t('overview.others.estimated')] : []),
    ...growing(report, { t, write }), ...reached(report, { t, write }),
  ];
}

/** Without a figure, the month's own posts are said, judged or not: none judged is not none published. */
function published({ volume }: ChannelReport, month: string, words: Words): string[] {
  return [words.t('overview.others.published', { posts: volume.posts, period: sayPeriod({ from: firstDay(month), to: lastDay(month) }, words) })];
}

function growing({ volume }: ChannelReport, { t }: Words): string[] {
  return volume.growing > 0 ? [t('overview.others.growing', { posts: volume.growing })] : [];
}

function reached({ followersReached28Days }: ChannelReport, { t, write }: Words): string[] {
  return followersReached28Days === null ? [] : [t('overview.others.28days', { people: write.people(followersReached28Days.rate) })];
}

/** The figures that stand in for people, named as such: the network counts none, or no reading has them. */
function instead({ standIn, followers, givesReach }: ChannelReport, { t, write }: Words): string[] {
  const why = t(givesReach ? 'overview.others.notRead' : 'overview.others.nothing');
  const figures = [
    ...(standIn === null || standIn.shares === null ? [] : [t('overview.others.shares', { shares: standIn.shares })]),
    ...(standIn === null || standIn.views === null ? [] : [t('overview.others.views', { views: standIn.views })]),
  ];
  if (figures.length === 0) return [why];
  const named = write.list(figures);
  if (followers === null) return [why, t('overview.others.standInAlone', { figures: named })];
  return [why, t('overview.others.standIn', { figures: named, followers: t('overview.others.followers', { followers: write.number(followers.count, 0) }) })];
}
