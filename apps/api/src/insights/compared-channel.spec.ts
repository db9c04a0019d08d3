import { describe, expect, it } from 'vitest';
import { analysedPosts } from '../../../../test/support/analysed-span.js';
import type { EffortRow } from '../channels/effort.query.js';
import { networkOf } from '../networks/registry.js';
import { computeMonths } from '../posts/channel-months.js';
import { type ComparedSource, comparedChannelOf } from './compared-channel.js';

type Posts = ReturnType<typeof analysedPosts>;

/** A line of the comparison over February to July 2026, of a channel with these posts. */
function lineOf(posts: Posts, { network = 'facebook', ...more }: Partial<ComparedSource> & { network?: string } = {}) {
  const rows = computeMonths(networkOf(network).definitions, posts.map((post) => ({ ...post, viewsFollowers: null }))).map((row) => ({ channelId: 'channel', ...row }));
  return comparedChannelOf({ channel: { id: 'channel', name: 'La page', network }, span: { from: '2026-02', to: '2026-07' }, rows, effort: [], followers: undefined, locale: 'fr', ...more });
}
const effort = (month: string, hours: number | null, euros: number | null = null): EffortRow => ({ channelId: 'channel', month, hours, euros, eurosOfChannel: euros, eurosOfPosts: [] });

describe('comparedChannelOf', () => {
  it('looks back for five posts as the headline does, and not beyond a change of definition', () => {
    const posts = [...analysedPosts(9, { id: 'before', at: '2026-06-10T10', reach: 900 }), ...analysedPosts(4, { id: 'june', at: '2026-06-20T10' }), ...analysedPosts(1, { id: 'july', at: '2026-07-02T10', reach: 50 })];
    const line = lineOf(posts);
    expect(line).toMatchObject({ usual: { median: 0.03, posts: 5 }, usualMonths: 3, usualBasis: 'organic', standIn: null, standInMonths: null, networkLabel: 'Facebook', givesReach: true });
    expect(line.seams.map(({ day }) => day)).toEqual(['2026-06-15']);
    expect(line.months.slice(-3).map(({ from, to, usual, posts: count }) => [from, to, usual.posts, count])).toEqual([['2026-06-01', '2026-06-14', 9, 9], ['2026-06-15', '2026-06-30', 4, 4], ['2026-07-01', '2026-07-31', 1, 1]]);
  });

  it('draws its months on the posts that its own figure rests on', () => {
    const line = lineOf([...analysedPosts(6, { at: '2026-07-02T10', paid: null }), ...analysedPosts(2, { id: 'pushed', at: '2026-07-02T10', paid: true })]);
    expect(line).toMatchObject({ usual: { posts: 6 }, usualMonths: 1, usualBasis: 'organic-and-unknown', posts: 8 });
    expect(line.months.map(({ month, usual }) => [month, usual.posts])).toEqual([['2026-02', 0], ['2026-03', 0], ['2026-04', 0], ['2026-05', 0], ['2026-06', 0], ['2026-07', 6]]);
  });

  it('shows a stand-in where the network counts no people, over its own window, and no reach beside it', () => {
    const told = { reach: null, ineligible: 'no-reach', likes: 15, comments: 3, shares: 2 } as const;
    const line = lineOf([...analysedPosts(3, { id: 'may', at: '2026-05-02T10', ...told }), ...analysedPosts(3, { at: '2026-07-02T10', ...told })], { network: 'mastodon' });
    expect(line).toMatchObject({ givesReach: false, usual: { median: null, posts: 0 }, standIn: { median: 0.02, posts: 6 }, standInMonths: 3, contacts: null, interactions: 120 });
    expect(line.months.map(({ standIn }) => standIn?.posts)).toEqual([0, 0, 0, 3, 0, 3]);
  });

  it('adds up the months asked for alone, however far the headline looks back', () => {
    const line = lineOf([...analysedPosts(3, { id: 'old', at: '2025-09-02T10', likes: 50, shares: 10 }), ...analysedPosts(2, { at: '2026-07-02T10', likes: 10, comments: 0, shares: 4 })]);
    expect(line).toMatchObject({ usualMonths: 1, usual: { posts: 2 }, posts: 2, sharing: { posts: 2, likes: 20, shares: 8, sharesPerLike: 0.4 }, contacts: 30, interactions: 28 });
  });

  it('divides what months brought by what they cost, where both are known', () => {
    const posts = [...analysedPosts(2, { id: 'june', at: '2026-06-20T10', reach: 500, likes: 10, comments: 5, shares: 5 }), ...analysedPosts(1, { at: '2026-07-02T10', reach: 800 })];
    const line = lineOf(posts, { effort: [effort('2026-03', 9.1), effort('2026-06', 4, 0.1), effort('2026-07', 0.2, 0.2)] });
    expect(line).toMatchObject({ hours: 13.3, monthsWithHours: 3, euros: 0.3, monthsWithEuros: 2 });
    // by hand: 1000 + 800 contacts for 4.2 hours: in March nothing is known of what the hours brought; 40 interactions of June for its 4 hours
    expect(line.contactsPerHour).toEqual({ ratio: 1800 / 4.2, cost: 4.2, gain: 1800, months: 2 });
    expect(line.contactsPerEuro).toEqual({ ratio: 6000, cost: 0.3, gain: 1800, months: 2 });
    expect(line.interactionsPerHour).toEqual({ ratio: 10, cost: 4, gain: 40, months: 1 });
  });

  it('is there with nothing to tell, where nothing is known', () => {
    expect(lineOf([])).toMatchObject({
      followers: null, usual: { median: null, posts: 0 }, usualMonths: 1, posts: 0, contacts: null, interactions: null, hours: null, euros: null, monthsWithHours: 0,
      contactsPerHour: { ratio: null, cost: null, gain: null, months: 0 }, observedAt: null, sharing: { posts: 0, likes: null, shares: null, sharesPerLike: null },
    });
  });
});
