import { describe, expect, it } from 'vitest';
import { type ListedPage, MOST_LISTED, walkListing } from './bounded-paging.js';
import type { Cursor, ReadingPage } from './network-connector.js';
import { NO_FIGURES, type PostReading } from './readings.js';

const EVER = new Date('2010-01-01T00:00:00Z');

function post(externalId: string, publishedAt = new Date('2026-11-01T00:00:00Z')): PostReading {
  return { externalId, publishedAt, format: null, text: null, url: null, paid: null, isShare: false, authorRole: null, themes: [], deletedAt: null, observedAt: null, figures: NO_FIGURES };
}

function page(ids: readonly string[], next: Cursor | null, more: Partial<ListedPage> = {}): ListedPage {
  return { ids, posts: ids.map((id) => post(id)), remarks: [], next, ...more };
}

/** Walks pages that are kept by where they are. */
async function walk(pages: Readonly<Record<string, ListedPage>>, { cursor = null, since = EVER }: { cursor?: Cursor | null; since?: Date } = {}): Promise<ReadingPage[]> {
  const walked: ReadingPage[] = [];
  const fetchPage = (at: Cursor | null): Promise<ListedPage> => Promise.resolve(pages[JSON.stringify(at)] ?? page([], null));
  for await (const one of walkListing({ since, isDue: () => true, cursor }, fetchPage)) walked.push(one);
  return walked;
}

const idsOf = (pages: readonly ReadingPage[]) => pages.flatMap(({ posts }) => posts.map(({ externalId }) => externalId));
const reasonsOf = (pages: readonly ReadingPage[]) => pages.flatMap(({ remarks }) => remarks.map(({ reason }) => reason));

describe('walkListing', () => {
  it('goes on over empty pages until there is no next one', async () => {
    const pages = await walk({ null: page(['a'], 1), 1: page([], 2), 2: page(['b'], null) });
    expect([idsOf(pages), reasonsOf(pages), pages.at(-1)?.cursor]).toEqual([['a', 'b'], [], null]);
  });

  it('resumes after the page of a cursor, and counts what was listed before', async () => {
    const all = { null: page(['a'], 1), 1: page(['b'], 2), 2: page(['c'], null) };
    const [first] = await walk(all);
    expect(idsOf(await walk(all, { cursor: first?.cursor ?? null }))).toEqual(['b', 'c']);
    expect(reasonsOf(await walk(all, { cursor: { at: 1, listed: MOST_LISTED - 1 } }))).toEqual(['too-many-posts']);
  });

  it('bears pages that overlap', async () => {
    const pages = await walk({ null: page(['a', 'b'], 1), 1: page(['b'], 2), 2: page(['b', 'c'], null) });
    expect([idsOf(pages), reasonsOf(pages)]).toEqual([['a', 'b', 'c'], []]);
  });

  it('ends where two pages lead to each other', async () => {
    const pages = await walk({ null: page(['a'], 1), 1: page(['b'], 2), 2: page(['c'], 1) });
    expect([idsOf(pages), reasonsOf(pages), pages.at(-1)?.cursor]).toEqual([['a', 'b', 'c'], ['paging-loops'], null]);
  });

  it('ends where the same page comes again under another name', async () => {
    expect(reasonsOf(await walk({ null: page(['a'], 1), 1: page(['a'], 2), 2: page(['a'], 3) }))).toEqual(['paging-loops']);
  });

  it('ends without a remark where its own guess brings nothing new', async () => {
    const pages = await walk({ null: page(['a'], 1, { isNextGuessed: true }), 1: page(['a'], 2, { isNextGuessed: true }) });
    expect([idsOf(pages), reasonsOf(pages)]).toEqual([['a'], []]);
  });

  it('ends where two posts of a page are older than asked, and believes no single date', async () => {
    const since = new Date('2026-06-01T00:00:00Z');
    const old = new Date('2020-01-01T00:00:00Z');
    const lying = page(['a', 'b'], 1, { posts: [post('a'), post('b', old)] });
    const past = page(['c', 'd', 'e'], 2, { posts: [post('c'), post('d', old), post('e', old)] });
    expect(idsOf(await walk({ null: lying, 1: past, 2: page(['f'], null) }, { since }))).toEqual(['a', 'c']);
  });

  it.each([{ cursor: 'rubbish' }, { cursor: { at: 1 } }, { cursor: { listed: -1, at: 1 } }])('begins anew from a cursor that is none: $cursor', async ({ cursor }) => {
    expect(idsOf(await walk({ null: page(['a'], null), 1: page(['b'], null) }, { cursor }))).toEqual(['a']);
  });
});
