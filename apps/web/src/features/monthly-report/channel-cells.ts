import { standInSentence, type ChannelReport } from '@portee/shared';
import { sayMonths, type ReportWords } from './report-words.js';

/** A figure as written, « — » when it is not known, with what must be said under it. */
export interface Cell { main: string; detail: string[] }

export function followersCell({ followers }: ChannelReport, { say, write }: ReportWords): Cell {
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

export function reachCell(report: ChannelReport, words: ReportWords): Cell {
  const { say, t, write } = words;
  const { headline, givesReach } = report;
  const { median, low, high, posts } = headline.figure;
  if (!givesReach) return { main: say('board.unknown'), detail: [t('stand-in.title'), standInSentence(report, t)] };
  if (median === null) return { main: say('board.unknown'), detail: headline.reason === null ? [] : [say(`board.short.${headline.reason}`)] };
  const counted = say(headline.basis === 'organic' ? 'board.posts' : 'board.posts.organic-and-unknown', { posts });
  return {
    main: write.exactPeople(median),
    detail: [
      ...(low !== null && high !== null ? [say('board.channels.between', { low: write.exactPeople(low), high: write.exactPeople(high) })] : []),
      say('board.channels.counted', { posts: counted, period: sayMonths(words, headline) }),
    ],
  };
}

export function sharingCell({ sharing }: ChannelReport, { say, write }: ReportWords): Cell {
  if (sharing.shares === null || sharing.likes === null) return { main: say('board.unknown'), detail: [say('board.channels.noSharing')] };
  if (sharing.sharesPerLike === null) return { main: say('board.unknown'), detail: [say('board.channels.fewLikes')] };
  return {
    main: write.number(sharing.sharesPerLike, 2),
    detail: [say('board.channels.ratioOf', { shares: write.number(sharing.shares, 0), likes: write.number(sharing.likes, 0) })],
  };
}

export function postsCell({ volume: { posts, paid, growing } }: ChannelReport, { say, write }: ReportWords): Cell {
  return {
    main: write.number(posts, 0),
    detail: [...(paid > 0 ? [say('board.channels.paid', { paid })] : []), ...(growing > 0 ? [say('board.channels.growing', { growing })] : [])],
  };
}
