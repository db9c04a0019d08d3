import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { choicesOf } from './choices.js';
import { buildDesign } from './design-matrix.js';
import { inventPosts } from './fixtures/invent-posts.js';
import type { ModelPost } from './model-post.js';
import { robustGate } from './robust-gate.js';
import { studentCdf, studentQuantile } from './student.js';

interface Told {
  channels: { name: string; posts: (Omit<ModelPost, 'publishedAt' | 'author'> & { publishedAt: string })[]; expected: Record<string, { effect: number; p: number }> }[];
  quantiles: { p: number; df: number; t: number }[];
}
/** See second-gate.py beside it: what another program says of the same posts. */
const told = z.custom<Told>().parse(JSON.parse(readFileSync(new URL('fixtures/second-gate.json', import.meta.url), 'utf8')));

describe('the second gate', () => {
  it.each(told.channels)('says what statsmodels says of $name', ({ posts, expected }) => {
    const design = buildDesign(posts.map((post) => ({ ...post, author: null, publishedAt: new Date(post.publishedAt) })));
    const gate = robustGate(design);
    const read = choicesOf(design).filter(({ dimension }) => dimension !== 'rendezvous').map((choice) => [`${choice.dimension} ${choice.level}`, gate.read(choice)] as const);
    expect(Object.keys(expected).length).toBeGreaterThan(15);
    expect(read.map(([name]) => name).toSorted()).toEqual(Object.keys(expected).toSorted());
    for (const [name, reading] of read) {
      expect(Math.abs((reading?.effect ?? Number.NaN) - (expected[name]?.effect ?? 0)), name).toBeLessThan(1e-6);
      expect(Math.abs((reading?.p ?? Number.NaN) - (expected[name]?.p ?? 0)), name).toBeLessThan(1e-6);
    }
  });
});

describe('what the second gate cannot tell', () => {
  it('says nothing of an evening that is all videos, nor of a video that is all evenings, and still reads the days', () => {
    const always = inventPosts({ posts: 200, seed: 3 }).map((post): ModelPost => ({ ...post, band: post.format === 'video' ? 'evening' : post.band === 'evening' ? 'morning' : post.band }));
    const design = buildDesign(always);
    const read = new Map(choicesOf(design).map((choice) => [choice.level, robustGate(design).read(choice)]));
    expect(read.get('evening')).toBeNull();
    expect(read.get('video')).toBeNull();
    expect(read.get('thu')).not.toBeNull();
  });
});

describe('Student’s distribution', () => {
  it.each(told.quantiles)('leaves $p below its quantile with $df degrees of freedom', ({ p, df, t }) => {
    expect(Math.abs(studentQuantile(p, df) / t - 1)).toBeLessThan(1e-7);
    expect(studentCdf(t, df)).toBeCloseTo(p, 8); // the other program finds its quantiles to 1e-9
  });
});
