import { headlineNotes, headlineWords, hundredSvg, peoplePerHundred, printLook, type ChannelReport, type MonthlyReport } from '@portee/shared';
import type { BoardWords } from './board-words.js';
import { printable } from './pdf-text.js';

/** The sentence of the month in three pieces, `people` in colour and empty without a figure; its picture; what stands under it. */
export interface BoardHeadline { before: string; people: string; after: string; context: string[]; picture: string; alt: string }

/** The channel that the first page speaks of; null when none is measurable. */
export function mainChannelOf({ channels, mainChannelId }: MonthlyReport): ChannelReport | null {
  return channels.find(({ channel }) => channel.id === mainChannelId) ?? null;
}

export function boardHeadline({ channels, ...report }: MonthlyReport, words: BoardWords): BoardHeadline {
  const only = channels.length === 1 ? channels[0] : undefined;
  const spoken = mainChannelOf({ channels, ...report }) ?? only;
  const picture = hundredPicture(spoken?.headline.figure.median ?? null, words);
  if (spoken === undefined) return { before: words.say('board.headline.none'), people: '', after: '', context: [words.say('board.reason.no-channel')], ...picture };
  return { ...headlineWords(spoken.headline, words.t), context: contextOf(spoken, words), ...picture };
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

function contextOf(main: ChannelReport, { say, t }: BoardWords): string[] {
  return [say('board.context.main', { network: printable(main.networkLabel) }), ...headlineNotes(main, t)];
}
