import { type Channel, type ChannelReport, type Locale, type Seam, type Sharing, addMonths, chooseHeadline, firstDay, lastCut, lastDay, reachRate, seamsBetween, sharesPerLike, sumKnown, viewsFromFollowers } from '@portee/shared';
import type { ChannelMonthRow } from '../insights/queries/channel-months.query.js';
import { fillMonths, NO_FIGURE } from '../insights/reach-months.js';
import { networkName, networkOf } from '../networks/registry.js';
import type { ChannelFacts } from './channel-facts.js';

/** What was read once for all channels of a month. */
export interface ReportedMonth {
  month: string;
  locale: Locale;
  channels: readonly Channel[];
  /** From twelve months before to the month itself. */
  rows: readonly ChannelMonthRow[];
  facts: ChannelFacts;
}

/** The month of one channel. */
export function assembleChannel(reported: ReportedMonth, channel: Channel): ChannelReport {
  const { month, facts } = reported;
  const network = networkOf(channel.network);
  const rows = reported.rows.filter((row) => row.channelId === channel.id);
  const yearBefore = addMonths(month, -12);
  const seams = seamsBetween(network.definitions, ['reach'], { from: firstDay(yearBefore), to: lastDay(month) });
  const shown = { from: addMonths(month, -11), to: month };
  const parts = rows.filter((row) => row.month === month);
  const headlineOf = (one: string) => chooseHeadline({ month: one, months: rows, since: lastCut(seams, lastDay(one)) });
  const headline = headlineOf(month);
  return {
    channel,
    networkLabel: networkName(channel.network, reported.locale),
    givesReach: network.givesReach,
    headline,
    previous: isCutBetween(seams, month) ? null : headlineOf(addMonths(month, -1)),
    followers: followersOf(facts, channel.id),
    followersReached28Days: reachedOf(facts, channel.id),
    viewsFromFollowers: viewsFromFollowersOf(parts),
    sharing: sharingOf(parts),
    previousSharing: sharingOf(rows.filter((row) => row.month === addMonths(month, -1))),
    volume: volumeOf(parts),
    growingUntil: facts.growingUntil.get(channel.id) ?? null,
    standIn: network.givesReach && headline.reason !== 'no-reach' ? null : standInOf(parts),
    months: fillMonths(rows, shown),
    seams: seams.filter((seam) => seam.day >= firstDay(shown.from)),
  };
}

/** A change of definition in the month, or on its first day, forbids comparing it with the one before. */
function isCutBetween(seams: readonly Seam[], month: string): boolean {
  return seams.some((seam) => !seam.comparable && seam.day >= firstDay(month) && seam.day <= lastDay(month));
}

function followersOf(facts: ChannelFacts, channelId: string): ChannelReport['followers'] {
  const now = facts.atEnd.get(channelId);
  const before = facts.before.get(channelId);
  // The same reading carried over twice says nothing of a change.
  const change = now && before && before.day !== now.day ? now.followers - before.followers : null;
  if (now) return { count: now.followers, day: now.day, change, estimated: false };
  const first = facts.earliest.get(channelId);
  return first ? { count: first.followers, day: first.day, change: null, estimated: true } : null;
}

function reachedOf(facts: ChannelFacts, channelId: string): ChannelReport['followersReached28Days'] {
  const reached = facts.reached.get(channelId);
  const rate = reachRate(reached?.reached ?? null, facts.atEnd.get(channelId)?.followers ?? null);
  return reached && rate !== null ? { rate, day: reached.day } : null;
}

function viewsFromFollowersOf(parts: readonly ChannelMonthRow[]): ChannelReport['viewsFromFollowers'] {
  const known = parts.flatMap(({ figures }) => figures.viewsFromFollowers ?? []);
  const whole = viewsFromFollowers(known.map(({ views, fromFollowers }) => ({ views, viewsFollowers: fromFollowers })));
  return whole && { ...whole, posts: known.reduce((sum, part) => sum + part.posts, 0) };
}

/** The parts of a month put together: sums of sums, so that the ratio is that of the whole month. */
function sharingOf(parts: readonly ChannelMonthRow[]): Sharing {
  const sums = parts.map(({ figures }) => figures.sharing);
  return { ...sharesPerLike(sums), posts: sums.reduce((posts, sum) => posts + sum.posts, 0) };
}

function volumeOf(parts: readonly ChannelMonthRow[]): ChannelReport['volume'] {
  const count = (name: keyof ChannelMonthRow['figures']['counts']) => parts.reduce((sum, { figures }) => sum + figures.counts[name], 0);
  return {
    posts: count('posts'), organic: count('organic'), paid: count('paid'), unknown: count('unknown'), growing: count('growing'),
    contacts: sumKnown(parts.map(({ figures }) => figures.contacts)),
  };
}

function standInOf(parts: readonly ChannelMonthRow[]): ChannelReport['standIn'] {
  return {
    interactionsPerFollower: parts.at(-1)?.figures.interactionsPerFollower ?? NO_FIGURE,
    shares: sumKnown(parts.map(({ figures }) => figures.sharing.shares)),
    views: sumKnown(parts.map(({ figures }) => figures.views)),
  };
}
