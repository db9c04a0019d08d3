import { median } from '@portee/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PostReading } from '../networks/core/readings.js';
import { type DemonstrationChannel, demonstrationChannels, type DemonstrationNetwork } from './centre.js';
import { channelDays } from './channel-days.js';
import { postReadings } from './post-readings.js';
import { followersOf, isInHole, storyLine } from './story-line.js';

const story = storyLine(new Date('2026-11-23T20:00:00Z'));
const YEARS = { min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2031-01-01T00:00:00Z') };
const anyInstant = fc.integer(YEARS).map((time) => new Date(time));
const anyChannel = fc.constantFrom(...demonstrationChannels);

function channelOf(network: DemonstrationNetwork): DemonstrationChannel {
  const channel = demonstrationChannels.find((one) => one.network === network);
  if (!channel) throw new Error(`the centre has no ${network}`);
  return channel;
}

/** Readings by post, oldest first. */
function byPost(readings: readonly PostReading[]): PostReading[][] {
  return [...Map.groupBy(readings, (reading) => reading.externalId).values()];
}

function lastReadings(network: DemonstrationNetwork): PostReading[] {
  return byPost(postReadings(story, channelOf(network))).flatMap((readings) => readings.at(-1) ?? []);
}

function usualRate(network: DemonstrationNetwork, isWanted: (post: PostReading) => boolean): number {
  const posts = lastReadings(network).filter((post) => post.paid === false && post.format !== 'story' && isWanted(post));
  return median(posts.flatMap(({ figures, publishedAt }) => {
    const followers = figures.followers ?? followersOf(story, channelOf(network), publishedAt.toISOString().slice(0, 10));
    return figures.reach === null ? [] : figures.reach / followers;
  })) ?? NaN;
}

describe('the posts of the demonstration', () => {
  it('are the same for the same instant', () => {
    for (const channel of demonstrationChannels) expect(postReadings(storyLine(story.now), channel)).toEqual(postReadings(story, channel));
  });

  it('reach what such a centre reaches, and a little less on Facebook since it counts viewers', () => {
    const seam = new Date('2026-06-15T00:00:00Z');
    const [before, after] = [usualRate('facebook', (post) => post.publishedAt < seam), usualRate('facebook', (post) => post.publishedAt >= seam)];
    expect(before).toBeCloseTo(0.05, 2);
    expect(after).toBeCloseTo(0.045, 2);
    expect(after).toBeLessThan(before);
    expect(usualRate('instagram', () => true)).toBeCloseTo(0.14, 1);
    expect(usualRate('newsletter', () => true)).toBeCloseTo(0.45, 1);
  });

  it('say no more than their network says', () => {
    const facebook = lastReadings('facebook').filter((post) => !post.isShare);
    const isSplit = (post: PostReading) => post.figures.reachPaid !== null && post.figures.viewsPaid === null;
    const isSplitByViews = (post: PostReading) => post.figures.reachPaid === null && post.figures.viewsPaid !== null;
    const seam = new Date('2026-06-14T22:00:00Z');
    expect(facebook.every((post) => (post.publishedAt < seam ? isSplit(post) : isSplitByViews(post)))).toBe(true);
    expect(lastReadings('mastodon').every(({ figures }) => figures.reach === null && figures.views === null && figures.likes !== null)).toBe(true);
    expect(lastReadings('youtube').every(({ figures }) => figures.reach === null && figures.views !== null)).toBe(true);
    expect(lastReadings('newsletter').every(({ figures }) => figures.followers !== null && figures.likes === null)).toBe(true);
  });

  it('are pushed with money once or twice a month, on Facebook alone', () => {
    const months = Map.groupBy(lastReadings('facebook').filter((post) => post.paid), (post) => post.publishedAt.toISOString().slice(0, 7));
    expect(months.size).toBeGreaterThanOrEqual(17);
    for (const posts of months.values()) expect(posts.length).toBeLessThanOrEqual(2);
    expect(demonstrationChannels.filter(({ network }) => lastReadings(network).some((post) => post.paid)).map(({ network }) => network)).toEqual(['facebook']);
  });

  it('speak of at least sixty different things, in whole sentences', () => {
    const texts = new Set(demonstrationChannels.flatMap(({ network }) => lastReadings(network).flatMap(({ text }) => text ?? [])));
    expect(texts.size).toBeGreaterThan(300);
    for (const text of texts) expect(text).not.toMatch(/[{}]|undefined| [;:!?]|\b[dD]e les? |\bà les? /);
  });

  it('hold every kind of case: deleted, stories, shares of others, viral ones, a weekly appointment', () => {
    const facebook = lastReadings('facebook');
    expect(facebook.filter((post) => post.deletedAt !== null).length).toBeGreaterThan(0);
    expect(facebook.filter((post) => post.format === 'story').length).toBeGreaterThan(0);
    expect(facebook.filter((post) => post.isShare && post.figures.reach === null).length).toBeGreaterThan(0);
    expect(facebook.filter((post) => (post.figures.reach ?? 0) > 800).length).toBeGreaterThan(2);
    expect(facebook.filter((post) => post.text?.startsWith('#UnLivreUnSoir')).length).toBeGreaterThan(30);
  });
});

describe('their readings', () => {
  it('never shrink, never lie in the future, never fall into the hole, whenever the demonstration is loaded', () => {
    fc.assert(
      fc.property(anyInstant, anyChannel, (now, channel) => {
        const line = storyLine(now);
        for (const readings of byPost(postReadings(line, channel))) {
          let [reach, likes, previous] = [0, 0, 0];
          for (const { observedAt, publishedAt, figures } of readings) {
            const instant = observedAt ?? new Date(NaN);
            expect(instant.getTime()).toBeGreaterThan(Math.max(previous, publishedAt.getTime()));
            expect(instant.getTime()).toBeLessThan(now.getTime());
            expect(isInHole(line, channel, instant)).toBe(false);
            expect(figures.reach ?? 0).toBeGreaterThanOrEqual(reach);
            expect(figures.likes ?? 0).toBeGreaterThanOrEqual(likes);
            [reach, likes, previous] = [figures.reach ?? 0, figures.likes ?? 0, instant.getTime()];
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('draw a curve: a handful for each post that has settled, fewer for one still growing', () => {
    const facebook = byPost(postReadings(story, channelOf('facebook')));
    const lastWeek = story.now.getTime() - 6.5 * 86_400_000;
    const young = facebook.filter(([first]) => (first?.publishedAt.getTime() ?? 0) > lastWeek);
    expect(young.length).toBeGreaterThan(2);
    for (const readings of young) expect(readings.at(-1)?.observedAt).toEqual(story.lastCollection);
    expect(median(facebook.map((readings) => readings.length))).toBe(5);
  });

  it('stop on Facebook for a month, whose posts are read too late afterwards', () => {
    const month = postReadings(story, channelOf('facebook')).filter((post) => post.publishedAt.toISOString().startsWith('2026-03'));
    expect(month.length).toBeGreaterThan(5);
    for (const { observedAt, publishedAt } of month) expect((observedAt?.getTime() ?? 0) - publishedAt.getTime()).toBeGreaterThan(14 * 86_400_000);
    expect(channelDays(story, channelOf('facebook')).some(({ day }) => day.startsWith('2026-03'))).toBe(false);
    expect(channelDays(story, channelOf('instagram')).some(({ day }) => day.startsWith('2026-03'))).toBe(true);
  });
});

describe('followers', () => {
  it('are few, grow slowly and end where the centre says', () => {
    for (const channel of demonstrationChannels) {
      const days = channelDays(story, channel);
      expect(days.length).toBeGreaterThan(60);
      expect(days.at(-1)?.day).toBe('2026-11-23');
      expect(Math.abs((days.at(-1)?.followers ?? 0) - channel.followers)).toBeLessThan(5);
      expect(days[0]?.followers ?? 0).toBeLessThan(channel.followers);
    }
  });
});
