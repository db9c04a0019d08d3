import { standInSentence, type ChannelReport } from '@portee/shared';
import { sayPeriod, type BoardWords } from './board-words.js';

/** A figure as written, « — » when it is not known, with what must be said under it. */
export interface BoardCell { main: string; detail: string[] }

/** Followers, reach, shares per like and posts of one channel. */
export function boardCells(channel: ChannelReport, words: BoardWords): BoardCell[] {
  return [followersCell(channel, words), reachCell(channel, words), sharingCell(channel, words), postsCell(channel, words)];
}

function followersCell({ followers }: ChannelReport, { say, write }: BoardWords): BoardCell {
  if (followers === null) return { main: say('board.unknown'), detail: [say('board.channels.noCount')] };
  const detail = followers.estimated ? [say('board.channels.estimated')] : [];
  if (followers.change !== null) {
    const change = Math.sign(followers.change);
    const sentence = change === 0 ? 'board.channels.change.same' : change > 0 ? 'board.channels.change.more' : 'board.channels.change.fewer';
    detail.push(say(sentence, { count: write.number(Math.abs(followers.change), 0) }));
  }
  return { main: write.number(followers.count, 0), detail };
}

function reachCell(channel: ChannelReport, words: BoardWords): BoardCell {
  const { say, write, t } = words;
  const { headline, givesReach } = channel;
  const { median, low, high, posts } = headline.figure;
  if (!givesReach) return { main: say('board.unknown'), detail: [t('stand-in.title'), standInSentence(channel, t)] };
  if (median === null) return { main: say('board.unknown'), detail: headline.reason === null ? [] : [say(`board.short.${headline.reason}`)] };
  return {
    main: write.exactPeople(median),
    detail: [
      ...(low !== null && high !== null ? [say('board.channels.between', { low: write.exactPeople(low), high: write.exactPeople(high) })] : []),
      say('board.channels.counted', { posts: say(headline.basis === 'organic' ? 'board.posts' : 'board.posts.organic-and-unknown', { posts }), period: sayPeriod(words, headline.from, headline.to) }),
    ],
  };
}

function sharingCell({ sharing }: ChannelReport, { say, write }: BoardWords): BoardCell {
  if (sharing.shares === null || sharing.likes === null) return { main: say('board.unknown'), detail: [say('board.channels.noSharing')] };
  if (sharing.sharesPerLike === null) return { main: say('board.unknown'), detail: [say('board.channels.fewLikes')] };
  const counted = say('board.channels.ratioOf', { shares: write.number(sharing.shares, 0), likes: write.number(sharing.likes, 0) });
  return { main: write.number(sharing.sharesPerLike, 2), detail: [counted] };
}

function postsCell({ volume }: ChannelReport, { say, write }: BoardWords): BoardCell {
  const { posts, paid, growing } = volume;
  return {
    main: write.number(posts, 0),
    detail: [...(paid > 0 ? [say('board.channels.paid', { paid })] : []), ...(growing > 0 ? [say('board.channels.growing', { growing })] : [])],
  };
}
