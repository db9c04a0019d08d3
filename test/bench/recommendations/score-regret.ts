import type { InventedChannel } from './invent-channel.js';
import type { ToldRecord } from './told-record.js';

const FEWEST_OF_LEVEL = 8;

/** Reach lost against the best level, as a fraction: with the advice, and with the posts as they are published now. */
export interface Regret {
  advised: number;
  present: number;
}

/** Of band and of format: a team takes the level of which it is told to do more (the largest, if several), and without advice goes on as it does. */
export function scoreRegret(records: readonly ToldRecord[], channel: InventedChannel): Regret[] {
  const organic = channel.settled.filter(({ paid }) => !paid);
  return [{ dimension: 'hour_band', key: 'band' } as const, { dimension: 'format', key: 'format' } as const].map(({ dimension, key }) => {
    const of = (level: string | null): number => channel.effects[`${dimension} ${level ?? ''}`] ?? 0;
    const counts = Map.groupBy(organic, (post) => post[key]);
    const best = Math.max(...[...counts].filter(([, posts]) => posts.length >= FEWEST_OF_LEVEL).map(([level]) => of(level)));
    const present = organic.reduce((sum, post) => sum + of(post[key]), 0) / organic.length;
    const [headline] = records.filter((record) => record.channel === channel.name && record.dimension === dimension && record.verdict === 'do_more').toSorted((a, b) => (b.effect ?? 0) - (a.effect ?? 0));
    const lost = (chosen: number): number => Math.max(0, 1 - Math.exp(chosen - best));
    return { advised: lost(headline === undefined ? present : of(headline.level)), present: lost(present) };
  });
}
