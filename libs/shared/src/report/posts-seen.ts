import type { Post } from '../contract/post.contract.js';
import type { MonthlyReport } from '../contract/report.contract.js';
import type { ReportWords } from './report-words.js';

/** Signs of a post's text that the report shows. */
export const SHOWN_TEXT = 150;

/** `text` is the post's own, whole, null where it has none: each rendering shortens it its own way. Figures are written. */
export interface SeenPost { id: string; text: string | null; detail: string; rate: string; shares: string; likes: string }
export interface PostsSeen { title: string; intro: string; columns: Record<(typeof postColumns)[number], string>; groups: { title: string; rows: SeenPost[] }[] }

export const postColumns = ['text', 'rate', 'shares', 'likes'] as const;

/** What was seen most and least, with what was passed on; null when no post of the month can be judged. */
export function postsSeen({ best, least, month, channels }: MonthlyReport, words: ReportWords): PostsSeen | null {
  if (best.length === 0 && least.length === 0) return null;
  const { say, write } = words;
  const ids = new Set([...best, ...least].map(({ channelId }) => channelId));
  const networks = new Set(channels.filter(({ channel }) => ids.has(channel.id)).map(({ networkLabel }) => networkLabel));
  const groups = [{ title: say('board.posts.best'), posts: best }, { title: say('board.posts.least'), posts: least }];
  return {
    title: say('board.posts.title'),
    intro: say('board.posts.intro', { network: write.list([...networks]), month: write.monthAndYear(month) }),
    columns: { text: say('board.posts.text'), rate: say('board.posts.rate'), shares: say('board.posts.shares'), likes: say('board.posts.likes') },
    groups: groups.filter(({ posts }) => posts.length > 0).map(({ title, posts }) => ({ title, rows: posts.map((post) => rowOf(post, words)) })),
  };
}

function rowOf(post: Post, words: ReportWords): SeenPost {
  const { say, write } = words;
  const count = (value: number | null): string => (value === null ? say('board.unknown') : write.number(value, 0));
  return {
    id: post.id, text: post.text, detail: detailOf(post, words),
    rate: post.reachRate === null ? say('board.unknown') : write.exactPeople(post.reachRate),
    shares: count(post.shares), likes: count(post.likes),
  };
}

function detailOf({ localDay, localTime, format, paid }: Post, { say, t, write }: ReportWords): string {
  const when = say('board.posts.when', { day: write.weekday(localDay), time: write.time(localTime) });
  return [when, ...(format === null ? [] : [t(`format.${format}`)]), ...(paid === true ? [t('paid.true')] : [])].join(', ');
}
