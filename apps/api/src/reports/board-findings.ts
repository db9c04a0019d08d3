import { comparisonSentence, sayPeople, sharingSentence, type ChannelReport } from '@portee/shared';
import { capitalised, type BoardWords } from './board-words.js';

/** A short statement and the figures behind it. */
export interface BoardFinding { title: string; body: string }

/** Three things about the main channel: reach against the month before, what was passed on, followers. */
export function boardFindings(main: ChannelReport, month: string, words: BoardWords): BoardFinding[] {
  return [...reachFinding(main, month, words), sharingFinding(main, words), followersFinding(main, words)];
}

function reachFinding(main: ChannelReport, month: string, { say, write, t, charts }: BoardWords): BoardFinding[] {
  const rate = main.headline.figure.median;
  if (rate === null) return [];
  const title = say(rate < 1 ? 'board.finding.reach.part' : 'board.finding.reach.beyond');
  const values = { now: capitalised(sayPeople(charts, rate)), month: write.month(month) };
  const comparison = comparisonSentence(main, t);
  if (comparison === null) return [{ title, body: say('board.finding.reach.alone', values) }];
  return [{ title, body: say('board.finding.reach.compared', { ...values, comparison: comparison.charAt(0).toLowerCase() + comparison.slice(1) }) }];
}

function sharingFinding({ sharing }: ChannelReport, { say, t }: BoardWords): BoardFinding {
  if (sharing.posts === 0) return { title: say('board.finding.shares.noPosts'), body: say('board.finding.shares.noPostsBody') };
  const title = sharing.shares === null ? 'unknown' : sharing.shares > 0 ? 'some' : 'none';
  return { title: say(`board.finding.shares.${title}`), body: sharingSentence(sharing, t) };
}

function followersFinding(main: ChannelReport, words: BoardWords): BoardFinding {
  const posts = sayPosts(main.volume, words);
  if (main.followers === null) return { title: words.say('board.finding.followers.unknown'), body: posts };
  const followers = words.t('followers.count', { count: main.followers.count, day: words.write.shortDay(main.followers.day) });
  return { title: sayChange(main.followers, words), body: `${words.t('followers.alone', { followers })} ${posts}` };
}

function sayChange({ count, change }: { count: number; change: number | null }, { say }: BoardWords): string {
  if (change === null) return say('board.finding.followers.known', { count });
  if (change === 0) return say('board.finding.followers.same');
  return say(change > 0 ? 'board.finding.followers.more' : 'board.finding.followers.fewer', { count: Math.abs(change) });
}

function sayPosts({ posts, paid, growing }: ChannelReport['volume'], { say }: BoardWords): string {
  const counted = paid > 0 ? say('board.finding.posts.paid', { posts, paid }) : say('board.finding.posts', { posts });
  return growing > 0 ? `${counted} ${say('board.finding.posts.growing', { growing })}` : counted;
}
