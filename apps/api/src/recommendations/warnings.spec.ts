import { describe, expect, it } from 'vitest';
import { inventPosts } from './fixtures/invent-posts.js';
import { analysed, outlookInput } from './fixtures/invent-span.js';
import type { ModelPost } from './model-post.js';
import { makeOutlook, type Outlook } from './outlook.js';

function outlookOf(count: number, change: (post: ModelPost, index: number) => Partial<ModelPost>): Outlook {
  return makeOutlook(outlookInput(inventPosts({ posts: count, seed: 21 }).map((post, index) => analysed({ ...post, paid: false, ...change(post, index) }))));
}

const kinds = ({ warnings }: Outlook): string[] => warnings.map(({ kind }) => kind);

describe('warnings', () => {
  it('name the format that is only ever in one slot', () => {
    const { warnings } = outlookOf(160, ({ format, band }) => ({ band: format === 'video' ? 'evening' : band === 'evening' ? 'morning' : band }));
    expect(warnings.filter(({ kind }) => kind === 'crossing')).toEqual([{ kind: 'crossing', dimension: 'hour_band', level: 'evening', otherDimension: 'format', otherLevel: 'video' }]);
  });

  it('name no pair of a channel that mixes its formats and hours, however small', () => {
    for (const posts of [40, 80, 400]) expect(kinds(outlookOf(posts, () => ({ author: 'direction' })))).not.toContain('crossing');
  });

  it('name no pair of which every crossing has its posts', () => {
    expect(kinds(outlookOf(300, ({ format, band }, index) => ({ band: format === 'video' ? (index % 4 === 0 ? 'morning' : 'evening') : index % 5 === 0 ? 'evening' : band === 'evening' ? 'morning' : band })))).not.toContain('crossing');
  });

  it('name no slot that nearly all posts share: its posts tell the formats apart', () => {
    expect(kinds(outlookOf(160, (_, index) => ({ band: index % 16 === 0 ? 'morning' : 'evening' })))).not.toContain('crossing');
  });

  it('ask about pushes where a format has too many that reach far too many', () => {
    const sometimes = (rare: number) => outlookOf(200, ({ format }, index) => ({ format: index % 4 === 0 ? 'event' : format === 'event' ? 'photo' : format, followers: 2000, reach: index % rare === 0 ? 900 : 90 + (index % 7) }));
    expect(sometimes(20).warnings).toContainEqual({ kind: 'maybe-pushed', format: 'event', posts: 10, of: 50 });
    expect(kinds(sometimes(100))).not.toContain('maybe-pushed');
  });

  it('say that an appointment cannot be told from its slot', () => {
    expect(kinds(outlookOf(80, (_, index) => ({ isInSeries: index % 8 === 0 })))).toContain('series-slot');
    expect(kinds(outlookOf(80, () => ({})))).not.toContain('series-slot');
  });
});

describe('authors', () => {
  /** One role publishes most evenings, and reaches twice as many at any hour. */
  const posts = (rolesOf: (role: string) => string | null) => outlookOf(300, ({ band, reach }, index) => {
    const isWriter = index % 10 < (band === 'evening' ? 9 : 2);
    return { author: rolesOf(isWriter ? 'writer' : 'direction'), reach: isWriter ? reach * 2 : reach };
  });
  const evening = (outlook: Outlook): number => outlook.records.find(({ level }) => level === 'evening')?.effect ?? Number.NaN;

  it('take the credit that is theirs, where they are known', () => {
    expect(evening(posts(() => null))).toBeGreaterThan(0.35);
    expect(evening(posts((role) => role))).toBeLessThan(0.2);
  });

  it('are said to be unknown where they are, and not where one alone publishes', () => {
    expect(kinds(posts(() => null))).toContain('author-unknown');
    expect(kinds(posts((role) => role))).not.toContain('author-unknown');
    expect(kinds(posts(() => 'direction'))).not.toContain('author-unknown');
  });

  it('who have too few posts each are as if unknown', () => {
    expect(kinds(outlookOf(60, (_, index) => ({ author: index < 8 ? 'direction' : index < 15 ? 'accueil' : null })))).toContain('author-unknown');
    expect(kinds(outlookOf(60, (_, index) => ({ author: index < 8 ? 'direction' : index < 16 ? 'accueil' : null })))).not.toContain('author-unknown');
  });

  it('are nobody’s choice', () => {
    expect(posts((role) => role).records.some(({ level }) => level === 'writer' || level === 'direction')).toBe(false);
  });
});

describe('an exceptional post', () => {
  it('is named with how far it went, the furthest first, and stays in the figures', () => {
    const { exceptional, basis } = outlookOf(200, ({ reach }, index) => ({ reach: index === 50 ? reach * 40 : index === 90 ? Math.round(reach / 12) : reach }));
    expect(exceptional.slice(0, 2).map(({ postId }) => Number(postId.slice(-3)))).toEqual([50, 90]);
    expect(exceptional[0]?.times).toBeGreaterThan(20);
    expect(exceptional[1]?.times).toBeLessThan(0.2);
    expect(basis.posts).toBe(200);
  });
});
