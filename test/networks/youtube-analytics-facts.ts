import { growthBetween } from './day-growth.js';
import type { InventedPost } from './invented-posts.js';
import { addDays, pacificDay, startOfPacificDay } from './pacific-days.js';
import { subscribersAt, type YoutubeChannel } from './youtube-channels.js';

const DAY_MS = 86_400_000;
/** From this day on a view counts at its first frame; before, views were what engaged views still are. */
const BREAK_DAY = '2026-08-27';
const ENGAGED = 0.8;
/** Figures of the last days are still a little short. */
const UNSETTLED_DAYS = 10;
const UNSETTLED = 0.97;
const SECONDS_PER_VIEW = 95;

/** Part of a channel's life that a row speaks of. */
export interface FactsAsk {
  channel: YoutubeChannel;
  posts: readonly InventedPost[];
  from: Date;
  to: Date;
  now: Date;
  /** Of what happened then: 1, or less where a dimension or a filter cuts it. */
  part: number;
  /** Whether it speaks of chosen videos, and not of the whole channel. */
  isOfVideos: boolean;
}

/** The metrics of a row, by YouTube's names. */
export type Facts = Record<string, number>;

export function factsOf(ask: FactsAsk): Facts {
  const { part } = ask;
  const grown = { views: 0, engagedViews: 0, likes: 0, comments: 0, shares: 0, saves: 0, clicks: 0 };
  for (const piece of piecesOf(ask)) addPiece(grown, ask, piece);
  const of = (figure: number) => Math.floor(figure * part);
  const views = of(grown.views);
  return {
    views, engagedViews: of(grown.engagedViews), likes: of(grown.likes), comments: of(grown.comments), shares: of(grown.shares), dislikes: 0,
    estimatedMinutesWatched: Math.floor((views * SECONDS_PER_VIEW) / 60), averageViewDuration: views > 0 ? SECONDS_PER_VIEW : 0, averageViewPercentage: views > 0 ? 41.27 : 0,
    videosAddedToPlaylists: of(grown.saves), videosRemovedFromPlaylists: 0, cardClicks: of(grown.clicks), cardImpressions: of(grown.clicks * 20), viewerPercentage: Math.round(part * 1000) / 10,
    ...movementOf(ask, views),
  };
}

interface Piece {
  from: Date;
  to: Date;
}

/** Cut where the meaning of a view changes and where figures are no longer settled. */
function piecesOf({ from, to, now }: FactsAsk): Piece[] {
  const cuts = [startOfPacificDay(BREAK_DAY), startOfPacificDay(addDays(pacificDay(now), -UNSETTLED_DAYS))].filter((cut) => cut > from && cut < to);
  const bounds = [from, ...cuts.toSorted((one, other) => one.getTime() - other.getTime()), to];
  return bounds.slice(1).map((end, index) => ({ from: bounds[index] ?? from, to: end }));
}

function addPiece(sum: Facts & { views: number; engagedViews: number }, { posts, now }: FactsAsk, piece: Piece): void {
  const settled = piece.from >= startOfPacificDay(addDays(pacificDay(now), -UNSETTLED_DAYS)) ? UNSETTLED : 1;
  const { views, reach: _, ...rest } = growthBetween(posts, piece.from, piece.to);
  const engaged = Math.floor(views * settled * ENGAGED);
  sum.engagedViews += engaged;
  sum.views += piece.from < startOfPacificDay(BREAK_DAY) ? engaged : Math.floor(views * settled);
  for (const [name, value] of Object.entries(rest)) sum[name] = (sum[name] ?? 0) + Math.floor(value * settled);
}

function movementOf({ channel, from, to, part, isOfVideos }: FactsAsk, views: number): { subscribersGained: number; subscribersLost: number } {
  if (isOfVideos) return { subscribersGained: Math.floor(views / 150), subscribersLost: 0 };
  const net = subscribersAt(channel, to) - subscribersAt(channel, from);
  const lost = Math.floor(to.getTime() / (5 * DAY_MS)) - Math.floor(from.getTime() / (5 * DAY_MS));
  return { subscribersGained: Math.floor(Math.max(0, net + lost) * part), subscribersLost: Math.floor(lost * part) };
}
