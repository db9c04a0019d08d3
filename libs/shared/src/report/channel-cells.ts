import type { ChannelReport } from '../contract/report.contract.js';
import { standInSentence, standInTitle } from '../messages/sentences/stand-in.js';
import { sayMonths, type ReportWords } from './report-words.js';
import { sayRatio } from './say-passed-on.js';

/** A figure as written, « — » when it is not known, with what must be said under it. */
export interface ReportCell { main: string; detail: string[] }

/** The figures of a channel's line, in the order of their columns. */
export const cellColumns = ['followers', 'reach', 'sharing', 'posts'] as const;

export function channelCells(report: ChannelReport, words: ReportWords): Record<(typeof cellColumns)[number], ReportCell> {
  return { followers: followersCell(report, words), reach: reachCell(report, words), sharing: sharingCell(report, words), posts: postsCell(report, words) };
}

function followersCell({ followers }: ChannelReport, { say, write }: ReportWords): ReportCell {
  if (followers === null) return { main: say('board.unknown'), detail: [say('board.channels.noCount')] };
  const { count, change, estimated } = followers;
  const direction = change === null ? null : change === 0 ? 'same' : change > 0 ? 'more' : 'fewer';
  return {
    main: write.number(count, 0),
    detail: [
      ...(estimated ? [say('board.channels.estimated')] : []),
      ...(direction === null ? [] : [say(`board.channels.change.${direction}`, { count: write.number(Math.abs(change ?? 0), 0) })]),
    ],
  };
}

function reachCell(report: ChannelReport, words: ReportWords): ReportCell {
  const { say, t, write } = words;
  const { headline, givesReach } = report;
  const { figure: { median, low, high, posts }, reason } = headline;
  if (!givesReach || reason === 'no-reach') {
    const instead = standInSentence(report, t);
    return { main: say('board.unknown'), detail: [standInTitle(report, t), ...(instead === null ? [] : [instead])] };
  }
  if (median === null) return { main: say('board.unknown'), detail: reason === null ? [] : [say(`board.short.${reason}`)] };
  const counted = say(headline.basis === 'organic' ? 'board.posts' : 'board.posts.organic-and-unknown', { posts });
  return {
    main: write.exactPeople(median),
    detail: [
      ...(low !== null && high !== null ? [say('board.channels.between', { low: write.exactPeople(low), high: write.exactPeople(high) })] : []),
      say('board.channels.counted', { posts: counted, period: sayMonths(words, headline) }),
    ],
  };
}

/** Shares for 100 likes, with both sums, or why there is no ratio. */
export function sharingCell({ sharing }: Pick<ChannelReport, 'sharing'>, words: ReportWords): ReportCell {
  const { say, write } = words;
  if (sharing.shares === null || sharing.likes === null) return { main: say('board.unknown'), detail: [say('board.channels.noSharing')] };
  if (sharing.sharesPerLike === null) return { main: say('board.unknown'), detail: [say('board.channels.fewLikes')] };
  return {
    main: sayRatio(sharing.sharesPerLike, words),
    detail: [say('board.channels.ratioOf', { shares: write.number(sharing.shares, 0), likes: write.number(sharing.likes, 0) })],
  };
}

function postsCell({ volume: { posts, paid, growing } }: ChannelReport, { say, write }: ReportWords): ReportCell {
  return {
    main: write.number(posts, 0),
    detail: [...(paid > 0 ? [say('board.channels.paid', { paid })] : []), ...(growing > 0 ? [say('board.channels.growing', { growing })] : [])],
  };
}
