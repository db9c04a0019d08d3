import type { MonthlyReport, Post } from '@portee/shared';
import type { BoardWords } from './board-words.js';
import { breakable, printable, shorten } from './pdf-text.js';

const TEXT_LENGTH = 150;

export interface BoardPostRow { text: string; detail: string; rate: string; shares: string; likes: string }
export interface BoardPosts { title: string; intro: string; columns: string[]; groups: { title: string; rows: BoardPostRow[] }[] }

/** Third page: what was seen most and least, with what was passed on. Null when no post can be judged. */
export function boardPosts({ best, least, month, channels }: MonthlyReport, words: BoardWords): BoardPosts | null {
  if (best.length === 0 && least.length === 0) return null;
  const { say, write } = words;
  const ids = new Set([...best, ...least].map(({ channelId }) => channelId));
  const networks = channels.filter(({ channel }) => ids.has(channel.id)).map(({ networkLabel }) => printable(networkLabel));
  const groups = [{ title: say('board.posts.best'), posts: best }, { title: say('board.posts.least'), posts: least }];
  return {
    title: say('board.posts.title'),
    intro: say('board.posts.intro', { network: write.list([...new Set(networks)]), month: write.monthAndYear(month) }),
    columns: (['text', 'rate', 'shares', 'likes'] as const).map((column) => say(`board.posts.${column}`)),
    groups: groups.filter(({ posts }) => posts.length > 0).map(({ title, posts }) => ({ title, rows: posts.map((post) => rowOf(post, words)) })),
  };
}

function rowOf(post: Post, words: BoardWords): BoardPostRow {
  const { say, write } = words;
  const count = (value: number | null): string => (value === null ? say('board.unknown') : write.number(value, 0));
  const text = shorten(printable(post.text ?? ''), TEXT_LENGTH);
  return {
    text: text === '' ? say('board.posts.noText') : breakable(text),
    detail: detailOf(post, words),
    rate: post.reachRate === null ? say('board.unknown') : write.exactPeople(post.reachRate),
    shares: count(post.shares), likes: count(post.likes),
  };
}

function detailOf({ localDay, localTime, format, paid }: Post, { say, t, write }: BoardWords): string {
  const when = say('board.posts.when', { day: write.weekday(localDay), time: write.time(localTime) });
  return [when, ...(format === null ? [] : [t(`format.${format}`)]), ...(paid === true ? [t('paid.true')] : [])].join(', ');
}
