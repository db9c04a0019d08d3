import { addMonths, compareHeadlines, sayPeople, type ChannelReport, type Sharing } from '@portee/shared';
import { capitalised, type BoardWords } from './board-words.js';

/** A short statement and the figures behind it. */
export interface BoardFinding { title: string; body: string }

/** Three things about the main channel: reach against the month before, what was passed on, followers. */
export function boardFindings(main: ChannelReport, month: string, words: BoardWords): BoardFinding[] {
  const months = { month: words.write.month(month), previousMonth: words.write.month(addMonths(month, -1)) };
  return [...reachFinding(main, months, words), sharingFinding(main, months.previousMonth, words), followersFinding(main, words)];
}

interface Months { month: string; previousMonth: string }

function reachFinding({ headline, previous, seams }: ChannelReport, months: Months, { say, charts }: BoardWords): BoardFinding[] {
  const rate = headline.figure.median;
  if (rate === null) return [];
  const title = say(rate < 1 ? 'board.finding.reach.part' : 'board.finding.reach.beyond');
  const now = capitalised(sayPeople(charts, rate));
  if (headline.months !== 1) return [{ title, body: say('board.finding.reach.window', { now, months: headline.months }) }];
  const change = compareHeadlines(headline, previous, seams.filter(({ measure }) => measure.startsWith('reach')));
  if (change === null) return [{ title, body: say('board.finding.reach.alone', { now, ...months }) }];
  const values = { now, before: sayPeople(charts, previous?.figure.median ?? 0), ...months };
  if (change.people === 0) return [{ title, body: say('board.finding.reach.same', values) }];
  return [{ title, body: say(change.mayBeChance ? 'board.finding.reach.near' : 'board.finding.reach.apart', values) }];
}

function sharingFinding({ sharing, previousSharing }: ChannelReport, month: string, words: BoardWords): BoardFinding {
  const { say, write } = words;
  if (sharing.posts === 0) return { title: say('board.finding.shares.noPosts'), body: say('board.finding.shares.noPostsBody') };
  if (sharing.shares === null || sharing.likes === null) return { title: say('board.finding.shares.unknown'), body: say('board.finding.shares.unknownBody') };
  const title = say(sharing.shares > 0 ? 'board.finding.shares.some' : 'board.finding.shares.none');
  const values = { shares: sharing.shares, likes: write.number(sharing.likes, 0) };
  const ratio = sayRatio(sharing, words);
  if (ratio === null) return { title, body: say('board.finding.shares.fewLikes', values) };
  const before = sayRatio(previousSharing, words);
  if (before === null) return { title, body: say('board.finding.shares.body', { ...values, ratio }) };
  const sentence = before === ratio ? 'board.finding.shares.bodySame' : 'board.finding.shares.bodyBefore';
  return { title, body: say(sentence, { ...values, ratio, before, month }) };
}

/** « environ 1 partage pour 5 j’aime »; null under 20 likes. */
function sayRatio({ sharesPerLike }: Sharing, { say }: BoardWords): string | null {
  if (sharesPerLike === null) return null;
  if (sharesPerLike === 0) return say('board.ratio.none');
  const likes = Math.round(1 / sharesPerLike);
  if (likes > 1) return say('board.ratio.few', { shares: 1, likes });
  const shares = Math.round(sharesPerLike);
  return shares > 1 ? say('board.ratio.few', { shares, likes: 1 }) : say('board.ratio.even');
}

function followersFinding({ followers, volume }: ChannelReport, words: BoardWords): BoardFinding {
  const posts = sayPosts(volume, words);
  if (followers === null) return { title: words.say('board.finding.followers.unknown'), body: `${words.say('board.finding.followers.unknownBody')} ${posts}` };
  const count = words.say('board.finding.followers.count', { count: followers.count, day: words.write.shortDay(followers.day) });
  return { title: sayChange(followers, words), body: `${count} ${posts}` };
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
