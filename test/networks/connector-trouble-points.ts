import { expect } from 'vitest';
import type { NetworkError } from '../../apps/api/src/networks/core/network-error.js';
import { failureOf, NOW, type Play, SHORT_LIMIT_MS } from './connector-play.js';
import type { ConnectorPoint } from './connector-points.js';
import { isObject, withWrongTypes } from './json-edit.js';
import type { Ask, Fault } from './stand-in.js';

const HOUR_MS = 3_600_000;

export const refusalPoints: readonly ConnectorPoint[] = [
  { rule: 'tells a dead access from everything else', check: async (play) => {
    if (!play.network.revoke) return 'not-here';
    play.network.revoke();
    expect(await causeOfDeath(play, await play.listingError())).toBe('access-revoked');
    expect(await causeOfDeath(play, await failureOf(play.channel()))).toBe('access-revoked');
    return undefined;
  } },
  { rule: 'tells a missing permission from a dead access', isMeantFor: ({ permissionMissing }) => permissionMissing !== null, check: async (play) => {
    if (play.harness.permissionMissing) play.breakListing(play.harness.permissionMissing);
    expect((await play.listingError()).reason).toBe('permission-missing');
  } },
  { rule: 'tells a channel that is gone', check: async (play) => {
    play.network.deleteChannel();
    expect((await failureOf(play.channel())).reason).toBe('not-found');
  } },
  { rule: 'waits until the instant that a refusal names', isMeantFor: ({ limitedUntil }) => limitedUntil !== null, check: async (play) => {
    const until = new Date(NOW.getTime() + 12 * 60_000);
    if (play.harness.limitedUntil) play.breakListing(play.harness.limitedUntil(until));
    const error = await play.listingError();
    expect([error.reason, error.retryAt]).toEqual(['rate-limited', until]);
  } },
  { rule: 'waits its own time after a refusal that names no instant', check: async (play) => {
    play.breakListing(play.harness.limited);
    const { reason, retryAt } = await play.listingError();
    expect(reason).toBe('rate-limited');
    expect(retryAt?.getTime()).toBeGreaterThan(NOW.getTime());
    expect(retryAt?.getTime()).toBeLessThanOrEqual(NOW.getTime() + 36 * HOUR_MS);
  } },
  { rule: 'marks a deleted post as absent, and reads the others again', check: async (play) => {
    const known = (await play.list()).slice(0, 4);
    const gone = play.posts.at(-2);
    play.network.deletePost(gone?.number ?? 0);
    const pages = await play.readAgain(known);
    expect(pages.flatMap(({ absent }) => absent)).toEqual([known[1]?.externalId]);
    const read = new Set(pages.flatMap(({ posts }) => posts.map(({ externalId }) => externalId)));
    expect(read).toEqual(new Set([known[0], known[2], known[3]].map((post) => post?.externalId)));
  } },
  { rule: 'reads known posts as it listed them', check: async (play) => {
    const known = (await play.list()).slice(0, 3);
    const again = (await play.readAgain(known)).flatMap(({ posts }) => posts);
    expect(again.toSorted(byId)).toEqual(known.toSorted(byId));
  } },
  { rule: 'asks nothing where no post is to be read again', check: async (play) => {
    const before = play.network.standIn.asked.length;
    expect((await play.readAgain([])).flatMap(({ posts, absent }) => [...posts, ...absent])).toEqual([]);
    expect(play.network.standIn.asked).toHaveLength(before);
  } },
];

/** A token that is refused may have died of age: renewing it tells. */
async function causeOfDeath(play: Play, error: NetworkError): Promise<NetworkError['reason']> {
  const connector = play.connector();
  if (error.reason !== 'access-expired' || !connector.renew) return error.reason;
  return (await failureOf(connector.renew(play.network.access))).reason;
}

function byId(one: { externalId: string }, other: { externalId: string }): number {
  return one.externalId < other.externalId ? -1 : 1;
}

/** What an answer may turn out to be, and what it is called. */
function brokenAnswer(rule: string, fault: Fault, expected: { reason: NetworkError['reason']; answer?: string }): ConnectorPoint {
  return { rule, check: async (play) => {
    play.breakListing(fault);
    const error = await play.listingError();
    expect(error.reason).toBe(expected.reason);
    if (expected.answer !== undefined) expect(error.answer).toContain(expected.answer);
  } };
}

/** Nothing to be had in time. */
function lateAnswer(rule: string, fault: Fault): ConnectorPoint {
  return { rule, check: async (play) => {
    play.breakListing(fault);
    const startedAt = performance.now();
    expect((await play.listingError(play.connector({ timeLimitMs: SHORT_LIMIT_MS }))).reason).toBe('unavailable');
    expect(performance.now() - startedAt).toBeLessThan(10 * SHORT_LIMIT_MS);
  } };
}

export const brokenAnswerPoints: readonly ConnectorPoint[] = [
  ...[{ json: { surprise: 'Sardine' }, answer: '{"surprise":"…"}' }, { json: 'Sardine', answer: '"…"' }, { json: null, answer: 'null' }, { json: 42, answer: '42' }].map(({ json, answer }) =>
    brokenAnswer(`keeps the beginning of an answer that is ${JSON.stringify(json)} and no page, without its words`, { kind: 'reply', text: JSON.stringify(json) }, { reason: 'unexpected-answer', answer })),
  { rule: 'does not take a page for one of which nothing can be read', check: async (play) => {
    play.breakListing({ kind: 'edit', edit: (json) => {
      for (const item of play.harness.itemsOf(json)) if (isObject(item)) withWrongTypes(item);
      return json;
    } });
    const error = await play.listingError();
    expect([error.reason, error.answer?.includes('surprise')]).toEqual(['unexpected-answer', true]);
  } },
  { rule: 'leaves out one post that cannot be read, and keeps the others', check: async (play) => {
    play.breakListing({ kind: 'edit', edit: (json) => {
      const [first] = play.harness.itemsOf(json);
      if (isObject(first)) withWrongTypes(first);
      return json;
    } }, 1);
    const pages = await play.pages();
    expect(pages.flatMap(({ posts }) => posts.map(({ externalId }) => externalId))).toEqual(play.newestFirst.slice(1));
    expect(pages.flatMap(({ remarks }) => remarks.map(({ reason }) => reason))).toEqual(['post-unreadable']);
  } },
  brokenAnswer('keeps the beginning of half an answer', { kind: 'truncated' }, { reason: 'unexpected-answer', answer: '{' }),
  brokenAnswer('keeps the beginning of a page of HTML', { kind: 'html', status: 200 }, { reason: 'unexpected-answer', answer: 'Maintenance' }),
  ...[500, 502, 503, 504].map((status) => brokenAnswer(`tries again later after a ${status}`, { kind: 'html', status }, { reason: 'unavailable' })),
  brokenAnswer('tries again later where the line is cut', { kind: 'hang-up' }, { reason: 'unavailable' }),
  brokenAnswer('does not read an answer without end', { kind: 'huge', bytes: 8 * 1024 ** 2 }, { reason: 'unexpected-answer' }),
  lateAnswer('gives up where nothing is answered', { kind: 'silence' }),
  lateAnswer('gives up where an answer drips', { kind: 'drip', everyMs: 20 }),
  ...['https://127.0.0.1:9/', 'http://169.254.169.254/latest/', 'https://[::1]/', 'https://10.1.2.3/'].map((location): ConnectorPoint => ({
    rule: `does not follow a redirect to ${location}`, check: async (play) => {
      play.breakListing({ kind: 'reply', status: 302, headers: { location }, text: '' });
      expect((await play.listingError(play.connector({ isGuarded: true }))).reason).toBe('address-refused');
    },
  })),
  { rule: 'tells nobody its token, should the network repeat it', check: async (play) => {
    const { secret, application } = play.network.access;
    const words = [secret?.accessToken, secret?.refreshToken, application?.clientSecret].filter((word): word is string => typeof word === 'string' && word !== '');
    for (const status of [200, 400, 403, 418]) await expectHidden(play, status, words);
  } },
];

/** The network repeats, in an answer that cannot be understood, everything it was sent. */
async function expectHidden(play: Play, status: number, words: readonly string[]): Promise<void> {
  const repeat = ({ url, headers, body }: Ask) => `Sorry ${headers.authorization ?? ''} ${url.search} ${body} ${JSON.stringify({ access_token: 'EAABhandedout' })}`;
  play.network.standIn.mend();
  play.breakListing({ kind: 'other', answer: (ask) => ({ status, text: repeat(ask) }) });
  const error = await play.listingError();
  const said = [error.message, error.answer, error.code, String(error.cause instanceof Error ? error.cause.stack : ''), error.stack].join(' ');
  for (const word of [...words, 'EAABhandedout']) expect(said.includes(word), `${word} after a ${status}`).toBe(false);
}
