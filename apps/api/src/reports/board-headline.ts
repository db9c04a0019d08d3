import { hundredSvg, peoplePerHundred, printLook, type ChannelReport, type MonthlyReport } from '@portee/shared';
import { sayHeadlinePeople, sayPeriod, type BoardWords } from './board-words.js';
import { printable } from './pdf-text.js';

/** The sentence of the month, its picture, and what must stand under it. `people` is the part in colour; null: no figure. */
export interface BoardHeadline { start: string; people: string | null; context: string[]; picture: string; alt: string }

/** The channel that the first page speaks of; null when none is measurable. */
export function mainChannelOf({ channels, mainChannelId }: MonthlyReport): ChannelReport | null {
  return channels.find(({ channel }) => channel.id === mainChannelId) ?? null;
}

export function boardHeadline(report: MonthlyReport, words: BoardWords): BoardHeadline {
  const main = mainChannelOf(report);
  const rate = main?.headline.figure.median ?? null;
  const picture = hundredPicture(rate, words);
  if (main === null || rate === null) return { start: words.say('board.headline.none'), people: null, context: [whyNone(report, main, words)], ...picture };
  return { start: words.say('board.headline.start'), people: sayHeadlinePeople(words, rate), context: contextOf(main, words), ...picture };
}

/** The hundred people as a picture with its sentence; dashed when there is no figure. */
export function hundredPicture(rate: number | null, { charts }: BoardWords, size: 'large' | 'small' = 'large'): { picture: string; alt: string } {
  const filled = rate === null ? 'not-measurable' : peoplePerHundred(rate).filled;
  const alt = sayHundred(filled, charts.say);
  return { picture: hundredSvg(filled, { reached: printLook.accent, outline: printLook.outline, label: alt }, size), alt };
}

function sayHundred(filled: number | 'not-measurable', say: BoardWords['charts']['say']): string {
  if (filled === 'not-measurable') return say('charts.hundred.notMeasurable');
  if (filled === 0) return say('charts.hundred.none');
  return filled === 100 ? say('charts.hundred.all') : say('charts.hundred', { people: filled });
}

function whyNone({ channels }: MonthlyReport, main: ChannelReport | null, { say }: BoardWords): string {
  const reason = main?.headline.reason ?? (channels.length === 1 ? channels[0]?.headline.reason : null);
  return say(reason === null || reason === undefined ? 'board.reason.no-channel' : `board.reason.${reason}`);
}

function contextOf(main: ChannelReport, words: BoardWords): string[] {
  const { say, write } = words;
  const { headline, followers, viewsFromFollowers, followersReached28Days } = main;
  const network = printable(main.networkLabel);
  const posts = say(`board.posts.${headline.basis}`, { posts: headline.figure.posts });
  return [
    followers === null ? say('board.context.channel', { network, posts }) : say('board.context.channelWithFollowers', { network, posts, followers: followers.count }),
    ...(headline.months === 1 ? [] : [say('board.context.window', periodEnds(headline.from, headline.to, words))]),
    ...(headline.cutAt === null ? [] : [say('board.context.cut', { day: write.longDay(headline.cutAt) })]),
    ...(headline.followersEstimated ? [say('board.context.estimated')] : []),
    viewsFromFollowers === null ? say('board.context.notAllFollowers') : say('board.context.fromFollowers', { share: write.percent(viewsFromFollowers.share) }),
    ...(followersReached28Days === null ? [] : [say('board.context.28days', { network, people: write.people(followersReached28Days.rate) })]),
  ];
}

function periodEnds(from: string, to: string, words: BoardWords): { from: string; to: string } {
  return { from: sayPeriod(words, from, from), to: sayPeriod(words, to, to) };
}
