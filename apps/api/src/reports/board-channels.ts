import {
  cellColumns, channelCells, channelsInOrder, localDay, proposedThings, sayMonths, sayPeopleShort, standInTitle,
  type ChannelReport, type MonthlyReport, type ReportCell, type ReportWords,
} from '@portee/shared';
import { hundredPicture } from './board-headline.js';
import { breakable, printable } from './pdf-text.js';

/** The small hundreds and the roomy table are for up to this many channels; beyond, every channel is one line. */
const MOST_ROOMY = 9;

export interface BoardChannels {
  isCompact: boolean;
  title: string; intro: string; forHundred: string;
  /** Of all there are, how many are left out, and which are not; null: none is. */
  count: number; left: string | null;
  /** Channels other than the main one, small: the figure, or null and the reason in `detail`. */
  pictures: { name: string; picture: string; alt: string; value: string | null; detail: string }[];
  columns: string[];
  /** `keep`: 0 for the line that stays longest where lines must go. */
  rows: { name: string; detail: string; cells: ReportCell[]; keep: number }[];
  notes: string[];
}

/** Second page: every channel, each on its own terms, in the order of their names: never a ranking. Null without channels. */
export function channelsPage(report: MonthlyReport, words: ReportWords): BoardChannels | null {
  if (report.channels.length === 0) return null;
  const { say } = words;
  const channels = channelsInOrder(report, words);
  const isCompact = channels.length > MOST_ROOMY;
  const others = channels.filter(({ channel }) => channel.id !== report.mainChannelId);
  const kept = orderOfKeeping(report);
  return {
    isCompact, title: say('board.channels.title'), intro: say('board.channels.intro'), forHundred: say('board.channels.forHundred'), count: channels.length, left: null,
    pictures: isCompact ? [] : others.map((channel) => pictureOf(channel, words)),
    columns: (['channel', ...cellColumns, 'readOn'] as const).map((column) => say(isCompact && column === 'reach' ? 'board.figure.reach' : `board.channels.${column}`)),
    rows: channels.map((channel) => ({
      name: printable(channel.networkLabel), detail: breakable(channel.channel.name), keep: kept.indexOf(channel.channel.id),
      cells: [...(isCompact ? shortCells(channel, words) : cellsOf(channel, words)), { main: readOn(channel, words), detail: [] }],
    })),
    notes: isCompact ? [] : others.flatMap((channel) => notesOf(channel, words)),
  };
}

function cellsOf(channel: ChannelReport, words: ReportWords): ReportCell[] {
  const cells = channelCells(channel, words);
  return cellColumns.map((column) => cells[column]);
}

/** Only what must be said: why a figure is missing, how sure it is, that it is estimated. */
function shortCells(channel: ChannelReport, words: ReportWords): ReportCell[] {
  const { say, write } = words;
  const { low, high } = channel.headline.figure;
  const short: Record<(typeof cellColumns)[number], string[]> = {
    followers: channel.followers?.estimated === true ? [say('board.channels.estimated')] : [],
    reach: low === null || high === null ? [] : [say('board.figure.between', { low: write.exactPeople(low), high: write.exactPeople(high) })],
    sharing: [], posts: [],
  };
  const cells = channelCells(channel, words);
  return cellColumns.map((column) => {
    const { main, detail } = cells[column];
    return { main, detail: main === say('board.unknown') ? detail.slice(0, 1) : short[column] };
  });
}

/** Ids of the channels: the main one, those of which something is proposed, then those with most followers. */
function orderOfKeeping(report: MonthlyReport): string[] {
  const { channels, mainChannelId } = report;
  const spokenOf = proposedThings(report).map(({ outlook }) => outlook.channelId);
  const followed = channels.toSorted((a, b) => (b.followers?.count ?? -1) - (a.followers?.count ?? -1)).map(({ channel }) => channel.id);
  return [...new Set([...(mainChannelId === null ? [] : [mainChannelId]), ...spokenOf, ...followed])];
}

function pictureOf(channel: ChannelReport, words: ReportWords): BoardChannels['pictures'][number] {
  const { headline, networkLabel } = channel;
  const { say, t } = words;
  const rate = headline.figure.median;
  const counted = say('board.channels.counted', { posts: say('board.posts', { posts: headline.figure.posts }), period: sayMonths(words, headline) });
  const reason = headline.reason === null || headline.reason === 'no-reach' ? standInTitle(channel, t) : t(`headline.${headline.reason}`);
  return {
    name: printable(networkLabel), ...hundredPicture(rate, words, 'small'),
    value: rate === null ? null : sayPeopleShort(words.charts, rate),
    detail: rate === null ? reason : counted,
  };
}

function readOn({ channel }: ChannelReport, { say, write }: ReportWords): string {
  return channel.observedAt === null ? say('board.channels.neverRead') : write.compactDay(localDay(new Date(channel.observedAt), channel.timeZone));
}

function notesOf({ networkLabel, followersReached28Days }: ChannelReport, { say, write }: ReportWords): string[] {
  if (followersReached28Days === null) return [];
  return [say('board.context.28days', { network: printable(networkLabel), people: write.people(followersReached28Days.rate) })];
}
