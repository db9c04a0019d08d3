import {
  type ComparedChannel, type FigureBasis, type Locale, addMonths, chooseHeadline, chooseStandIn, firstDay, lastCut, lastDay, monthsBetween, perCost, sharesPerLike, sumHundredths, sumKnown,
} from '@portee/shared';
import type { EffortRow } from '../channels/effort.query.js';
import type { FollowersRow } from '../channels/followers.query.js';
import { networkName, networkOf } from '../networks/registry.js';
import type { MonthFigures } from '../posts/month-figures.js';
import type { ChannelMonthRow } from './queries/channel-months.query.js';
import { NO_FIGURE, reachSeams, shownParts } from './reach-months.js';

/** What one line of the comparison is made of: rollups, never posts. */
export interface ComparedSource {
  channel: { id: string; name: string; network: string };
  /** Months asked for, both included. */
  span: { from: string; to: string };
  /** Months of the channel: those of the span, and the twelve that end with its last. */
  rows: readonly ChannelMonthRow[];
  /** Of the span. */
  effort: readonly EffortRow[];
  /** At the end of the span. */
  followers: FollowersRow | undefined;
  locale: Locale;
}

/** A channel's line of the comparison. */
export function comparedChannelOf(source: ComparedSource): ComparedChannel {
  const { channel, span, followers } = source;
  const { definitions, givesReach } = networkOf(channel.network);
  const seamsSince = (month: string) => reachSeams(definitions, { from: firstDay(month), to: lastDay(span.to) });
  const headline = chooseHeadline({ month: span.to, months: source.rows, since: lastCut(seamsSince(addMonths(span.to, -11)), lastDay(span.to)) });
  const standIn = givesReach && headline.reason !== 'no-reach' ? null : chooseStandIn({ month: span.to, months: source.rows });
  const rows = source.rows.filter(({ month }) => month >= span.from);
  return {
    channelId: channel.id, name: channel.name, network: channel.network, networkLabel: networkName(channel.network, source.locale), givesReach,
    followers: followers ? { count: followers.followers, day: followers.day } : null,
    usual: headline.figure, usualMonths: headline.months, usualBasis: headline.basis,
    standIn: standIn?.figure ?? null, standInMonths: standIn?.months ?? null,
    ...totalsOf(rows.map(({ figures }) => figures)),
    ...costsOf(rows, source.effort),
    observedAt: rows.map(({ figures }) => figures.observedAt).toSorted().at(-1) ?? null,
    months: monthsBetween(span.from, span.to).flatMap((month) => toMonths(rows, month, { basis: headline.basis, hasStandIn: standIn !== null })),
    seams: seamsSince(span.from),
  };
}

function totalsOf(parts: readonly MonthFigures[]): Pick<ComparedChannel, 'posts' | 'sharing' | 'contacts' | 'interactions'> {
  const told = parts.map(({ sharing }) => sharing);
  return {
    posts: parts.reduce((sum, { counts }) => sum + counts.posts, 0),
    sharing: { ...sharesPerLike(told), posts: told.reduce((sum, { posts }) => sum + posts, 0) },
    contacts: sumKnown(parts.map(({ contacts }) => contacts)),
    interactions: sumKnown(parts.map(({ interactions }) => interactions)),
  };
}

type Costs = Pick<ComparedChannel, 'hours' | 'euros' | 'monthsWithHours' | 'monthsWithEuros' | 'contactsPerHour' | 'contactsPerEuro' | 'interactionsPerHour'>;

function costsOf(rows: readonly ChannelMonthRow[], effort: readonly EffortRow[]): Costs {
  const per = (cost: 'hours' | 'euros', gain: 'contacts' | 'interactions') =>
    perCost(effort.map((month) => ({ cost: month[cost], gain: sumKnown(rows.filter((row) => row.month === month.month).map(({ figures }) => figures[gain])) })));
  return {
    hours: sumHundredths(effort.map(({ hours }) => hours)), monthsWithHours: effort.filter(({ hours }) => hours !== null).length,
    euros: sumHundredths(effort.map(({ euros }) => euros)), monthsWithEuros: effort.filter(({ euros }) => euros !== null).length,
    contactsPerHour: per('hours', 'contacts'), contactsPerEuro: per('euros', 'contacts'), interactionsPerHour: per('hours', 'interactions'),
  };
}

/** A month as the small multiples draw it, on the same posts as the line's own figure; two parts where a seam cuts it, nothing where there is none. */
function toMonths(rows: readonly ChannelMonthRow[], month: string, { basis, hasStandIn }: { basis: FigureBasis; hasStandIn: boolean }): ComparedChannel['months'] {
  const parts = shownParts(rows, month);
  if (parts.length === 0) return [{ month, from: firstDay(month), to: lastDay(month), usual: NO_FIGURE, standIn: hasStandIn ? NO_FIGURE : null, posts: 0 }];
  return parts.map(({ from, to, figures }) => ({
    month, from, to, usual: basis === 'organic' ? figures.organic : figures.organicAndUnknown, standIn: hasStandIn ? figures.interactionsPerFollower : null, posts: figures.counts.posts,
  }));
}
