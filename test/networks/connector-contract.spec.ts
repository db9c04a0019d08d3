import { describe, expect, it } from 'vitest';
import type { ReadingPage } from '../../apps/api/src/networks/core/network-connector.js';
import { NetworkError } from '../../apps/api/src/networks/core/network-error.js';
import type { PostReading } from '../../apps/api/src/networks/core/readings.js';
import { checkPoint, connectorPoints } from './connector-contract.js';
import type { ConnectorHarness } from './connector-harness.js';
import { mastodonHarness } from './mastodon.harness.js';
import { otherError, type Spoil, spoilConnector } from './spoiled-connector.js';

const silent: Spoil = { page: (page) => ({ ...page, remarks: [] }), channel: (page) => ({ ...page, remarks: [] }) };
const mistaken: Spoil = { error: (error) => otherError(error, 'not-found') };
const forgetful: Spoil = { error: ({ reason, message }) => new NetworkError(reason, message) };

function eachPost(change: (post: PostReading) => PostReading): (page: ReadingPage) => ReadingPage {
  return (page) => ({ ...page, posts: page.posts.map((post) => change(post)) });
}

const likesFrom = (likes: number) => eachPost((post) => ({ ...post, figures: { ...post.figures, likes: post.figures.likes ?? likes } }));

/** A fault for each point of the suite, by how its rule begins. */
const spoils: readonly { rule: string; spoil: Spoil }[] = [
  { rule: 'lists all posts once', spoil: { page: (page) => ({ ...page, posts: page.posts.toReversed() }) } },
  { rule: 'resumes after any page', spoil: { request: (request) => ({ ...request, cursor: null }) } },
  { rule: 'ends quietly where there is no post', spoil: { page: (page) => ({ ...page, cursor: page.cursor ?? 'more' }) } },
  { rule: 'lists nothing published before', spoil: { request: (request) => ({ ...request, since: new Date(0) }) } },
  { rule: 'hands over only posts that are due', spoil: { request: (request) => ({ ...request, isDue: () => true }) } },
  { rule: 'hands over a post once', spoil: { page: (page, before) => ({ ...page, posts: [...(before?.posts.slice(-1) ?? []), ...page.posts] }) } },
  { rule: 'ends with a remark where pages repeat', spoil: silent },
  { rule: 'bounds a listing', spoil: silent },
  { rule: 'tells when each figure was read', spoil: { page: eachPost((post) => ({ ...post, observedAt: null })) } },
  { rule: 'leaves a missing figure unknown', spoil: { page: likesFrom(0) } },
  { rule: 'does not believe a negative count', spoil: { page: likesFrom(-3) } },
  { rule: 'does not believe a count that is no number', spoil: silent },
  { rule: 'ignores fields it does not know', spoil: { fearsWord: 'unheardOf' } },
  { rule: 'loses a withdrawn figure alone', spoil: { page: (page) => ({ ...page, refused: [] }) } },
  { rule: 'leaves out, with a remark, what is published in the future', spoil: silent },
  { rule: 'leaves out, with a remark, what is published at no known instant', spoil: silent },
  { rule: 'keeps identifiers exact', spoil: { page: eachPost((post) => ({ ...post, externalId: String(Number(post.externalId)) })) } },
  { rule: 'reads the followers of today', spoil: { channel: (page) => ({ ...page, days: page.days.map((day) => ({ ...day, day: '2026-11-22' })) }) } },
  { rule: 'leaves missing followers unknown', spoil: { channel: (page) => ({ ...page, days: page.days.map((day) => ({ ...day, followers: day.followers ?? 0 })) }) } },
  { rule: 'does not believe negative followers', spoil: silent },
  { rule: 'tells a dead access', spoil: { error: (error) => otherError(error, 'unavailable') } },
  { rule: 'tells a missing permission', spoil: { error: (error) => otherError(error, 'access-revoked') } },
  { rule: 'tells a channel that is gone', spoil: { error: (error) => otherError(error, 'unexpected-answer') } },
  { rule: 'waits until the instant', spoil: { error: (error) => otherError(error, error.reason, { retryAt: new Date(0) }) } },
  { rule: 'waits its own time', spoil: { error: ({ reason, message }) => new NetworkError(reason, message) } },
  { rule: 'marks a deleted post as absent', spoil: { again: (page) => ({ ...page, absent: [] }) } },
  { rule: 'reads known posts as it listed them', spoil: { again: eachPost((post) => ({ ...post, text: null })) } },
  { rule: 'asks nothing where no post', spoil: { asksInVain: true } },
  { rule: 'keeps the beginning', spoil: forgetful },
  { rule: 'does not take a page', spoil: forgetful },
  { rule: 'leaves out one post that cannot be read', spoil: silent },
  { rule: 'tries again later', spoil: mistaken },
  { rule: 'does not read an answer without end', spoil: mistaken },
  { rule: 'gives up', spoil: mistaken },
  { rule: 'does not follow a redirect', spoil: mistaken },
  { rule: 'tells nobody its token', spoil: { error: (error, { secret }) => new NetworkError(error.reason, `refused ${secret?.accessToken}`) } },
];

const plain = mastodonHarness({ kind: 'mastodon' });
/** Mastodon asks for no figure by name: here it is as if it asked for saves, and lost them. */
const withdrawing: ConnectorHarness = {
  ...plain,
  connector: spoilConnector(plain.connector, { page: (page) => ({ ...page, refused: [{ measure: 'saves', name: 'bookmarks', reason: 'withdrawn' }] }) }),
  start: async (settings) => ({ ...(await plain.start(settings)), withdraw: { measure: 'saves', perform: () => undefined } }),
};

describe('the suite of connectors', () => {
  it.each(connectorPoints)('sees the fault planted where a connector $rule', async (point) => {
    const harness = point.rule.startsWith('loses a withdrawn') ? withdrawing : plain;
    const planted = spoils.find(({ rule }) => point.rule.startsWith(rule));
    expect(planted, 'a fault is planted for every point').toBeDefined();
    await checkPoint(point, harness);
    await expect(checkPoint(point, { ...harness, connector: spoilConnector(harness.connector, planted?.spoil ?? {}) })).rejects.toThrow();
  });

  it('has no fault left for a point that is gone', () => {
    for (const { rule } of spoils) expect(connectorPoints.some((point) => point.rule.startsWith(rule)), rule).toBe(true);
  });
});
