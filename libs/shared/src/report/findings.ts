import { sayPeople } from '../charts/staff-words.js';
import type { ChannelReport, MonthlyReport } from '../contract/report.contract.js';
import { capitalised } from '../messages/first-letter.js';
import { comparisonSentence } from '../messages/sentences/comparison.js';
import { sharingSentence } from '../messages/sentences/sharing.js';
import type { ReportWords } from './report-words.js';
import { signFinding } from './sign-finding.js';

/** A short statement and the figures behind it. */
export interface Finding { title: string; body: string }

/** What moved on the main channel: reach against the month before, what was passed on; then the strongest solid sign there is, or followers. */
export function findingsOf(main: ChannelReport, report: MonthlyReport, words: ReportWords): Finding[] {
  return [...reachFinding(main, report.month, words), sharingFinding(main, words), signFinding(report, words) ?? followersFinding(main, words)];
}

function reachFinding(main: ChannelReport, month: string, { say, write, t, charts }: ReportWords): Finding[] {
  const rate = main.headline.figure.median;
  if (rate === null) return [];
  const title = say(rate < 1 ? 'board.finding.reach.part' : 'board.finding.reach.beyond');
  const values = { now: capitalised(sayPeople(charts, rate)), month: write.month(month) };
  const comparison = comparisonSentence(main, t);
  if (comparison === null) return [{ title, body: say('board.finding.reach.alone', values) }];
  return [{ title, body: say('board.finding.reach.compared', { ...values, comparison: comparison.charAt(0).toLowerCase() + comparison.slice(1) }) }];
}

function sharingFinding({ sharing }: ChannelReport, { say, t }: ReportWords): Finding {
  if (sharing.posts === 0) return { title: say('board.finding.shares.noPosts'), body: say('board.finding.shares.noPostsBody') };
  const title = sharing.shares === null ? 'unknown' : sharing.shares > 0 ? 'some' : 'none';
  return { title: say(`board.finding.shares.${title}`), body: sharingSentence(sharing, t) };
}

function followersFinding({ followers, volume }: ChannelReport, words: ReportWords): Finding {
  const { say, t, write } = words;
  const posts = sayPosts(volume, words);
  if (followers === null) return { title: say('board.finding.followers.unknown'), body: posts };
  const counted = t('followers.count', { count: followers.count, day: write.shortDay(followers.day) });
  return { title: sayChange(followers, words), body: `${t('followers.alone', { followers: counted })} ${posts}` };
}

function sayChange({ count, change }: { count: number; change: number | null }, { say }: ReportWords): string {
  if (change === null) return say('board.finding.followers.known', { count });
  if (change === 0) return say('board.finding.followers.same');
  return say(change > 0 ? 'board.finding.followers.more' : 'board.finding.followers.fewer', { count: Math.abs(change) });
}

function sayPosts({ posts, paid, growing }: ChannelReport['volume'], { say }: ReportWords): string {
  const counted = paid > 0 ? say('board.finding.posts.paid', { posts, paid }) : say('board.finding.posts', { posts });
  return growing > 0 ? `${counted} ${say('board.finding.posts.growing', { growing })}` : counted;
}
