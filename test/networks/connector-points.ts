import { expect } from 'vitest';
import type { ConnectorHarness } from './connector-harness.js';
import { NOW, Play, stored } from './connector-play.js';
import { withUnknownFields } from './json-edit.js';
import type { Fault } from './stand-in.js';

/** One rule that every connector keeps. */
export interface ConnectorPoint {
  rule: string;
  /** Networks that this cannot happen on. Default: it can on all. */
  isMeantFor?(harness: ConnectorHarness): boolean;
  /** Posts on the channel; as many as the harness says when absent. */
  postCount?: number;
  /** @returns `not-here` where the played network has no lever for it: the point is skipped, and seen to be */
  check(play: Play): Promise<void | 'not-here'>;
}

const noPosts: ConnectorPoint['check'] = async (play) => {
  const pages = await play.pages();
  expect(pages.flatMap(({ posts, remarks, refused }) => [...posts, ...remarks, ...refused])).toEqual([]);
  expect(pages.at(-1)?.cursor ?? null).toBeNull();
};

export const pagingPoints: readonly ConnectorPoint[] = [
  { rule: 'lists all posts once, newest first', check: async (play) => {
    const pages = await play.pages();
    expect(pages.flatMap(({ posts }) => posts.map(({ externalId }) => externalId))).toEqual(play.newestFirst);
    expect(pages.at(-1)?.cursor).toBeNull();
    expect(pages.flatMap(({ remarks }) => remarks)).toEqual([]);
    if (!play.harness.hasOnePage) expect(pages.filter(({ posts }) => posts.length > 0).length).toBeGreaterThanOrEqual(3);
  } },
  { rule: 'resumes after any page by its cursor', check: async (play) => {
    const pages = await play.pages();
    for (const [position, { cursor }] of pages.entries()) {
      if (cursor === null) continue;
      const rest = pages.slice(position + 1).flatMap(({ posts }) => posts.map(({ externalId }) => externalId));
      expect((await play.list({ cursor: stored(cursor) })).map(({ externalId }) => externalId)).toEqual(rest);
    }
  } },
  { rule: 'ends quietly where there is no post', postCount: 0, check: noPosts },
  { rule: 'lists nothing published before it was asked', check: async (play) => {
    const since = play.posts.at(-5)?.publishedAt ?? NOW;
    expect((await play.list({ since })).map(({ externalId }) => externalId)).toEqual(play.newestFirst.slice(0, 5));
  } },
  { rule: 'hands over only posts that are due', check: async (play) => {
    const [newest] = play.newestFirst;
    expect((await play.list({ isDue: ({ externalId }) => externalId === newest })).map(({ externalId }) => externalId)).toEqual([newest]);
    expect(await play.list({ isDue: () => false })).toEqual([]);
  } },
  { rule: 'hands over a post once that stands on two pages', isMeantFor: ({ hasOnePage }) => !hasOnePage, check: async (play) => {
    let before: unknown[] = [];
    play.breakListing({ kind: 'edit', edit: (json) => {
      const items = play.harness.itemsOf(json);
      const last = items.slice(-1);
      items.unshift(...before);
      before = last;
      return json;
    } });
    expect((await play.list()).map(({ externalId }) => externalId)).toEqual(play.newestFirst);
  } },
  { rule: 'ends with a remark where pages repeat themselves', isMeantFor: ({ hasOnePage }) => !hasOnePage, check: async (play) => {
    let first: unknown = null;
    play.breakListing({ kind: 'edit', edit: (json) => (first ??= structuredClone(json)) });
    const pages = await play.pages();
    expect(pages.flatMap(({ remarks }) => remarks)).toContainEqual({ reason: 'paging-loops', externalId: null });
    expect(pages.length).toBeLessThan(10);
    expect(pages.at(-1)?.cursor).toBeNull();
  } },
  { rule: 'bounds a listing that never ends', isMeantFor: ({ hasOnePage }) => !hasOnePage, check: async (play) => {
    let page = 0;
    play.breakListing({ kind: 'other', answer: (ask) => play.harness.endlessPage(ask, page++) });
    const pages = await play.pages({ isDue: () => false });
    expect(pages.length).toBeLessThanOrEqual(1_000);
    expect(pages.flatMap(({ remarks }) => remarks)).toContainEqual({ reason: 'too-many-posts', externalId: null });
    expect(pages.at(-1)?.cursor).toBeNull();
  } },
];

export const figurePoints: readonly ConnectorPoint[] = [
  { rule: 'tells when each figure was read, and addresses of the web', check: async (play) => {
    for (const { observedAt, url, text, isShare, authorRole, figures } of (await play.list()).slice(0, 5)) {
      expect(observedAt).toEqual(NOW);
      expect(url).toMatch(/^https?:\/\//);
      expect(text).toContain('Concert de la saison');
      expect([isShare, authorRole]).toEqual([false, null]);
      expect(figures[play.harness.figure.measure]).toBeGreaterThan(0);
    }
  } },
  { rule: 'leaves a missing figure unknown', check: async (play) => {
    play.damage('figure', undefined);
    await expectOneFigureLost(play, []);
  } },
  { rule: 'does not believe a negative count', check: async (play) => {
    play.damage('figure', -3);
    await expectOneFigureLost(play, ['count-negative']);
  } },
  { rule: 'does not believe a count that is no number', check: async (play) => {
    play.damage('figure', { many: true });
    await expectOneFigureLost(play, ['count-unreadable']);
  } },
  { rule: 'ignores fields it does not know', check: async (play) => {
    play.network.standIn.break(() => true, { kind: 'edit', edit: withUnknownFields });
    expect((await play.list()).map(({ externalId }) => externalId)).toEqual(play.newestFirst);
    expect((await play.channel()).flatMap(({ days }) => days.map(({ followers }) => followers)).filter((count) => count !== null)).toHaveLength(1);
  } },
  { rule: 'loses a withdrawn figure alone, and says so', check: async (play) => {
    const { withdraw } = play.network;
    if (!withdraw) return 'not-here';
    withdraw.perform();
    const pages = await play.pages();
    const posts = pages.flatMap((page) => page.posts);
    expect(posts.map(({ externalId }) => externalId)).toEqual(play.newestFirst);
    expect(posts.filter(({ figures }) => figures[withdraw.measure] !== null)).toEqual([]);
    expect(posts.filter(({ figures }) => figures[play.harness.figure.kept] === null)).toEqual([]);
    expect(pages.flatMap(({ refused }) => refused)).toContainEqual(expect.objectContaining({ measure: withdraw.measure, reason: 'withdrawn' }));
    return undefined;
  } },
  { rule: 'leaves out, with a remark, what is published in the future', check: async (play) => {
    play.damage('publishedAt', play.harness.publishedAt.write(new Date('2031-05-01T10:00:00Z')));
    const pages = await play.pages();
    expect(pages.flatMap(({ remarks }) => remarks)).toEqual([{ reason: 'published-in-future', externalId: play.newestFirst[0] }]);
    expect(pages.flatMap(({ posts }) => posts.map(({ externalId }) => externalId))).toEqual(play.newestFirst.slice(1));
  } },
  { rule: 'leaves out, with a remark, what is published at no known instant', check: async (play) => {
    play.damage('publishedAt', 'avant-hier');
    const pages = await play.pages();
    expect(pages.flatMap(({ remarks }) => remarks)).toEqual([{ reason: 'date-unreadable', externalId: play.newestFirst[0] }]);
    expect(pages.flatMap(({ posts }) => posts)).toHaveLength(play.posts.length - 1);
  } },
  { rule: 'keeps identifiers exact that no number holds', isMeantFor: ({ identifier }) => identifier !== null, check: async (play) => {
    const { identifier } = play.harness;
    const digits = '90071992547409931';
    const fault: Fault = { kind: 'edit', edit: (json) => {
      identifier?.set(json, digits);
      return json;
    } };
    play.network.standIn.break((ask) => identifier?.matches(ask) ?? false, fault, 1);
    expect((await play.list()).map(({ externalId }) => externalId)).toContain(identifier?.expected(digits));
  } },
  { rule: 'reads the followers of today', check: async (play) => {
    const days = (await play.channel()).flatMap((page) => page.days).filter(({ followers }) => followers !== null);
    expect(days).toEqual([expect.objectContaining({ day: '2026-11-23', observedAt: NOW })]);
  } },
  { rule: 'leaves missing followers unknown', check: async (play) => {
    play.damage('followers', undefined);
    expect(await followersAndRemarks(play)).toEqual({ followers: [], remarks: [] });
  } },
  { rule: 'does not believe negative followers', check: async (play) => {
    play.damage('followers', -12);
    expect(await followersAndRemarks(play)).toEqual({ followers: [], remarks: [{ reason: 'count-negative', externalId: null }] });
  } },
];

async function followersAndRemarks(play: Play): Promise<{ followers: unknown[]; remarks: unknown[] }> {
  const pages = await play.channel();
  return { followers: pages.flatMap(({ days }) => days.map(({ followers }) => followers)).filter((count) => count !== null), remarks: pages.flatMap(({ remarks }) => [...remarks]) };
}

/** One post lost its figure and no other; its own other figures stay. */
async function expectOneFigureLost(play: Play, reasons: readonly string[]): Promise<void> {
  const { measure, kept } = play.harness.figure;
  const pages = await play.pages();
  const posts = pages.flatMap((page) => page.posts);
  const [lost, ...others] = posts.filter(({ figures }) => figures[measure] === null);
  expect(posts.map(({ externalId }) => externalId)).toEqual(play.newestFirst);
  expect(others).toEqual([]);
  expect(lost?.figures[kept]).toBeGreaterThan(0);
  expect(pages.flatMap(({ remarks }) => remarks)).toEqual(reasons.map((reason) => ({ reason, externalId: lost?.externalId })));
}
