import { describe, expect, it } from 'vitest';
import { fixture, hasRealFiles, openFile, postsOf, readRows, realFile, reasonsOf } from '../../../../test/support/exports.js';

describe('Instagram posts file', () => {
  it('is recognised by its content', async () => {
    expect(await openFile(fixture('instagram-posts.fr.csv'))).toMatchObject({ kind: 'readable', format: 'instagram-posts' });
  });

  it('reads figures, formats and Pacific time; a paid push is never known', async () => {
    const posts = postsOf(await readRows(fixture('instagram-posts.fr.csv')));
    expect(posts.map(({ reading }) => reading.format)).toEqual(['photo', 'short_video', 'album', 'photo']);
    expect(posts.every(({ reading }) => reading.paid === null)).toBe(true);
    expect(posts[0]?.reading.figures).toMatchObject({ reach: 240, views: 300, likes: 31, comments: 2, shares: 4, saves: 5, clicks: null });
    expect(posts[1]?.reading.publishedAt.toISOString()).toBe('2025-10-28T18:30:00.000Z'); // 11:30 PDT; Brussels is back in winter: 19:30
    expect(posts[2]?.reading.figures.views).toBe(null); // 0 views beside a reach were not measured
  });

  it('names the account of each row: posts of others one worked with stand in the file', async () => {
    const posts = postsOf(await readRows(fixture('instagram-posts.fr.csv')));
    expect(posts.map(({ channel }) => channel.name)).toEqual(['cc_exempleville', 'cc_exempleville', 'cc_exempleville', 'partenaire_exemple']);
  });

  it('keeps a reach above the views, which leave ads out', async () => {
    expect(reasonsOf(await readRows(fixture('instagram-posts.fr.csv')))).toEqual(['3 post reach-above-views']);
  });

  it.skipIf(!hasRealFiles)('reads the 78 posts of the real file in ../shared/data', async () => {
    const posts = postsOf(await readRows(realFile('exports/instagram-posts-business-suite.csv')));
    expect(posts).toHaveLength(78);
    expect(posts[0]?.reading.externalId).toBe('18355151116178767'); // more digits than a computer number keeps
    expect(posts[0]?.reading.publishedAt.toISOString()).toBe('2025-03-18T16:48:00.000Z'); // 09:48 PDT
    expect(posts[0]?.reading.format).toBe('short_video');
  });
});

