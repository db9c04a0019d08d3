import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { ChannelChoice } from '../../apps/api/src/networks/core/connect-flow.js';
import { HttpClient } from '../../apps/api/src/networks/core/http-client.js';
import type { ChannelAccess } from '../../apps/api/src/networks/core/network-connector.js';
import { MastodonConnector } from '../../apps/api/src/networks/mastodon/mastodon.connector.js';
import { failureOf, NOW, Play } from './connector-play.js';
import type { MastodonSettings } from './mastodon-kinds.js';
import { mastodonHarness } from './mastodon.harness.js';
import { type MastodonStandIn, startMastodonStandIn } from './mastodon.stand-in.js';

const REDIRECT = 'https://portee.example/connect/back';
const VERIFIER = 'a-verifier-that-nobody-guesses-0123456789-abcdefgh';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function startServer(settings: Partial<MastodonSettings> & Pick<MastodonSettings, 'kind'>): Promise<{ server: MastodonStandIn; connector: MastodonConnector }> {
  const server = await startMastodonStandIn({ now: () => NOW, accounts: [{ name: 'centre', title: 'Centre culturel', followers: 120, since: new Date('2026-11-23T00:00:00Z'), followersPerDay: 0, posts: [] }], ...settings });
  const http = new HttpClient({ now: () => NOW, networkUrls: {}, allowPrivateAddresses: true });
  closing.push(() => server.close(), () => http.close());
  return { server, connector: new MastodonConnector(http) };
}

async function play(harness: Parameters<typeof mastodonHarness>, postCount?: number): Promise<Play> {
  const started = await Play.start(mastodonHarness(...harness), postCount);
  closing.push(() => started.close());
  return started;
}

function accessOf(choice: ChannelChoice | undefined): ChannelAccess {
  return { externalId: choice?.externalId ?? '', timeZone: 'Europe/Brussels', settings: choice?.settings ?? {}, secret: choice?.secret ?? null, application: null, memory: null };
}

/** From registration to the channels, as a browser would go. */
async function connect({ server, connector }: Awaited<ReturnType<typeof startServer>>): Promise<readonly ChannelChoice[]> {
  const settings = { address: server.url };
  const { connecting } = connector;
  const application = await connecting.registerApplication?.(settings, REDIRECT);
  if (!application) throw new Error('no application');
  const page = await connecting.authorise?.({ application, settings, redirectUri: REDIRECT, state: 'unguessable', challenge: CHALLENGE });
  const sentBack = new URL((await fetch(page ?? server.url, { redirect: 'manual' })).headers.get('location') ?? server.url);
  expect(sentBack.searchParams.get('state')).toBe('unguessable');
  return (await connecting.exchange?.({ application, settings, redirectUri: REDIRECT, code: sentBack.searchParams.get('code') ?? '', verifier: VERIFIER })) ?? [];
}

describe('connecting a Mastodon', () => {
  it.each([{ kind: 'mastodon' }, { kind: 'mastodon', version: '4.2.0' }, { kind: 'mastodon', scopes: ['read'] }, { kind: 'gotosocial' }, { kind: 'gotosocial', scopes: ['read'] }, { kind: 'snac', showsMetrics: true }] as const)('signs in at $kind $version $scopes', async (settings) => {
    const started = await startServer(settings);
    const [choice] = await connect(started);
    expect(choice).toMatchObject({ externalId: started.server.accountId('centre'), name: 'Centre culturel', kind: 'account', followers: 120, settings: { address: started.server.url }, secret: { refreshToken: null, renewAt: null, expiresAt: null } });
    const days = [];
    for await (const page of started.connector.readChannel(accessOf(choice))) days.push(...page.days);
    expect(days.map(({ followers }) => followers)).toEqual([120]);
  });

  it('says that it must begin again after a code that is no longer good', async () => {
    const { server, connector } = await startServer({ kind: 'mastodon' });
    const settings = { address: server.url };
    const application = (await connector.connecting.registerApplication?.(settings, REDIRECT)) ?? { clientId: '', clientSecret: '' };
    const error = await failureOf(Promise.resolve(connector.connecting.exchange?.({ application, settings, redirectUri: REDIRECT, code: 'old', verifier: VERIFIER })));
    expect([error.reason, error.code]).toEqual(['access-revoked', 'invalid_grant']);
  });

  it('finds an account without signing in, by any of its names', async () => {
    const { server, connector } = await startServer({ kind: 'mastodon' });
    const [choice] = (await connector.connecting.find?.({ handle: `${server.url}/@centre` })) ?? [];
    expect(choice).toMatchObject({ externalId: server.accountId('centre'), followers: 120, secret: null });
  });

  it.each([{ kind: 'mastodon', closedToVisitors: true }, { kind: 'gotosocial' }, { kind: 'snac' }] as const)('is told by a $kind that shows nothing to visitors', async (settings) => {
    const { server, connector } = await startServer(settings);
    expect((await failureOf(Promise.resolve(connector.connecting.find?.({ handle: `${server.url}/@centre` })))).reason).toBe('permission-missing');
  });

  it.each(['@personne', '', 'deux mots'])('finds nothing behind "%s"', async (handle) => {
    const { connector } = await startServer({ kind: 'mastodon' });
    expect((await failureOf(Promise.resolve(connector.connecting.find?.({ handle })))).reason).toBe('not-found');
  });

  it('finds nobody of a name that nobody has', async () => {
    const { server, connector } = await startServer({ kind: 'mastodon' });
    expect((await failureOf(Promise.resolve(connector.connecting.find?.({ handle: `${server.url}/@personne` })))).reason).toBe('not-found');
  });
});

describe('reading a Mastodon', () => {
  it('keeps nothing that is kept from the public, although its owner may read it', async () => {
    const posts = await (await play([{ kind: 'gotosocial' }])).list();
    expect(JSON.stringify(posts)).not.toContain('4711');
    expect(posts.every(({ isShare, figures }) => !isShare && figures.reach === null && figures.views === null)).toBe(true);
  });

  it('adds the quotes to the boosts where the server counts them', async () => {
    const [today, older] = [await play([{ kind: 'mastodon' }], 8), await play([{ kind: 'mastodon', version: '4.4.0' }], 8)];
    expect((await today.list()).map(({ figures }) => figures.shares)).toEqual((await older.list()).map(({ figures }) => figures.shares));
  });

  it('asks snac for its only page twice at most, and calls it no loop', async () => {
    const snac = await play([{ kind: 'snac' }]);
    const pages = await snac.pages();
    expect(snac.network.standIn.asked).toHaveLength(2);
    expect(pages.flatMap(({ remarks }) => remarks)).toEqual([]);
  });

  it.each([{ showsMetrics: false, followers: null }, { showsMetrics: true, followers: 120 }])('takes 0 followers of a snac for unknown: $showsMetrics', async ({ showsMetrics, followers }) => {
    const { server, connector } = await startServer({ kind: 'snac', showsMetrics });
    const secret = { accessToken: server.issueToken('centre'), refreshToken: null, renewAt: null, expiresAt: null, scopes: [] };
    const access: ChannelAccess = { externalId: server.accountId('centre'), timeZone: 'Europe/Brussels', settings: { address: server.url }, secret, application: null, memory: null };
    for await (const { days } of connector.readChannel(access)) expect(days.map((day) => day.followers)).toEqual([followers]);
  });

  it('reads many posts again with few requests where the server can', async () => {
    const mastodon = await play([{ kind: 'mastodon' }]);
    const known = await mastodon.list();
    const before = mastodon.network.standIn.asked.length;
    expect((await mastodon.readAgain(known)).flatMap(({ posts }) => posts)).toHaveLength(known.length);
    expect(mastodon.network.standIn.asked.length - before).toBe(Math.ceil(known.length / 20));
  });

  it('does not take the silence of a server for a deletion', async () => {
    const mastodon = await play([{ kind: 'mastodon' }], 8);
    const known = await mastodon.list();
    mastodon.network.standIn.break((ask) => ask.url.pathname === '/api/v1/statuses', { kind: 'reply', json: [] });
    const pages = await mastodon.readAgain(known);
    expect([pages.flatMap(({ absent }) => absent), pages.flatMap(({ posts }) => posts).length]).toEqual([[], 8]);
  });

  it('asks no server for a post that came from a file under another name', async () => {
    const mastodon = await play([{ kind: 'mastodon' }], 8);
    expect(await mastodon.readAgain([{ externalId: 'https://host.example/@centre/1', publishedAt: NOW }])).toEqual([]);
  });

  it('follows pages on the server of the channel alone, so that its token goes nowhere else', async () => {
    const mastodon = await play([{ kind: 'mastodon' }]);
    const other = await play([{ kind: 'mastodon' }], 8);
    mastodon.breakListing({ kind: 'headers', headers: { Link: `<${other.network.standIn.url}/api/v1/accounts/1/statuses?max_id=1>; rel="next"` } }, 1);
    await mastodon.pages().catch(() => undefined);
    expect(other.network.standIn.asked).toEqual([]);
  });
});
