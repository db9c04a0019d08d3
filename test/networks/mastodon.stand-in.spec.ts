import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CENTRE_NOW, inventCentre } from './invented-centre.js';
import { PRIVATE_WORDS } from './mastodon-answers.js';
import type { MastodonSettings } from './mastodon-kinds.js';
import { type MastodonStandIn, startMastodonStandIn } from './mastodon.stand-in.js';
import { askNetwork, readNetwork } from './network-answer.js';
import { PASSERS_BY } from './passers-by.js';

const status = z.looseObject({ id: z.string(), created_at: z.string(), visibility: z.string(), reblog: z.unknown().nullable() });
const statuses = z.array(status);
const started: MastodonStandIn[] = [];
let now = CENTRE_NOW;

async function start(settings: Partial<MastodonSettings> = {}): Promise<MastodonStandIn> {
  const network = await startMastodonStandIn({ kind: 'mastodon', now: () => now, accounts: [inventCentre()], ...settings });
  started.push(network);
  return network;
}

const listOf = (network: MastodonStandIn, query = '') => `${network.url}/api/v1/accounts/${network.accountId('centre')}/statuses${query}`;

/** Follows `next` until there is none. */
async function walk(first: string, token?: string): Promise<{ ids: string[]; pages: number }> {
  const ids: string[] = [];
  let pages = 0;
  for (let url: string | undefined = first; url !== undefined; pages += 1) {
    const answer = await askNetwork(url, token === undefined ? {} : { token });
    ids.push(...statuses.parse(answer.json).map(({ id }) => id));
    url = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
  }
  return { ids, pages };
}

afterEach(async () => {
  now = CENTRE_NOW;
  await Promise.all(started.splice(0).map((network) => network.close()));
});

describe('a Mastodon that is played', () => {
  it('shows public posts to visitors, 40 a page at most, each once, and not what is private', async () => {
    const network = await start();
    const { ids, pages } = await walk(listOf(network, '?limit=80&exclude_reblogs=true'));
    expect(new Set(ids).size).toBe(120);
    expect(ids).toHaveLength(120);
    expect(pages).toBe(3);
  });

  it('gives identifiers that no number holds, and reads them as text', async () => {
    const network = await start();
    const [first] = await readNetwork(statuses, listOf(network, '?limit=1&exclude_reblogs=true'));
    expect(first?.id).not.toBe(String(Number(first?.id)));
    expect(first?.id).toBe(network.statusId('centre', 120));
  });

  it('shows boosts with their author unless asked not to, and to its owner what is private', async () => {
    const network = await start();
    const everything = await readNetwork(statuses, listOf(network, '?limit=40'), network.issueToken('centre'));
    expect(everything.filter(({ reblog }) => reblog !== null).length).toBeGreaterThan(3);
    expect(new Set(everything.map(({ visibility }) => visibility))).toEqual(new Set(['public', 'unlisted', 'private', 'direct']));
    expect(JSON.stringify(everything)).toContain(PASSERS_BY[0].name);
    expect((await askNetwork(listOf(network, '?limit=40'))).text).not.toContain(PRIVATE_WORDS);
    const quiet = await start({ isQuiet: true });
    expect((await walk(listOf(quiet, '?limit=40'), quiet.issueToken('centre'))).ids).toHaveLength(120);
  });

  it('counts quotes since 4.5 only, and answers several identifiers since 4.3 only, twenty at most', async () => {
    const [today, old] = [await start(), await start({ version: '4.2.9' })];
    const ids = (count: number) => Array.from({ length: count }, (_, index) => `id[]=${today.statusId('centre', index + 1)}`).join('&');
    const found = await readNetwork(statuses, `${today.url}/api/v1/statuses?${ids(20)}`);
    expect(found).toHaveLength(20);
    expect(found[0]).toHaveProperty('quotes_count');
    expect((await askNetwork(`${today.url}/api/v1/statuses?${ids(21)}`)).status).toBe(422);
    expect(await askNetwork(`${old.url}/api/v1/statuses?${ids(2)}`)).toMatchObject({ status: 404, json: undefined });
    expect(await readNetwork(status, `${old.url}/api/v1/statuses/${old.statusId('centre', 1)}`)).not.toHaveProperty('quotes_count');
  });

  it('tells its limit in ISO 8601, and refuses the call that is one too many', async () => {
    const network = await start({ callsPerFiveMinutes: 2 });
    const good = await askNetwork(listOf(network));
    expect(good.headers.get('x-ratelimit-reset')).toBe('2026-11-23T11:05:00.000Z');
    expect(good.headers.get('x-ratelimit-remaining')).toBe('1');
    await askNetwork(listOf(network));
    expect((await askNetwork(listOf(network))).status).toBe(429);
    now = new Date('2026-11-23T11:05:00Z');
    expect((await askNetwork(listOf(network))).status).toBe(200);
    network.limitUntil(new Date('2026-11-23T12:00:00Z'));
    const limited = await askNetwork(listOf(network));
    expect([limited.status, limited.headers.get('x-ratelimit-reset')]).toEqual([429, '2026-11-23T12:00:00.000Z']);
  });

  it('forgets a deleted post, marks an edited one, lets counts fall, and is gone when deleted', async () => {
    const network = await start();
    network.deletePost('centre', 120);
    network.editPost('centre', 119, 'Complet !');
    network.setCounts('centre', 119, { likes: 1 });
    network.renameAccount('centre', 'La Maison');
    expect(await askNetwork(`${network.url}/api/v1/statuses/${network.statusId('centre', 120)}`)).toMatchObject({ status: 404, json: { error: 'Record not found' } });
    expect(await readNetwork(statuses, listOf(network, '?limit=1'))).toMatchObject([{ id: network.statusId('centre', 119), edited_at: CENTRE_NOW.toISOString(), content: '<p>Complet !</p>', favourites_count: 1 }]);
    expect((await askNetwork(`${network.url}/api/v1/accounts/lookup?acct=centre`)).json).toMatchObject({ display_name: 'La Maison', username: 'centre' });
    network.deleteAccount('centre');
    expect((await askNetwork(listOf(network))).status).toBe(410);
  });

  it('is closed to visitors where its administrator says so, and to a token that was revoked', async () => {
    const network = await start({ closedToVisitors: true });
    const token = network.issueToken('centre');
    expect((await askNetwork(listOf(network))).status).toBe(401);
    expect((await askNetwork(listOf(network), { token })).status).toBe(200);
    network.revokeToken('centre');
    expect(await askNetwork(listOf(network), { token })).toMatchObject({ status: 401, json: { error: 'The access token was revoked' } });
  });
});

describe('signing in', () => {
  const verifier = 'a-verifier-long-enough-to-be-one-of-43-signs-or-more';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const application = z.looseObject({ client_id: z.string(), client_secret: z.string() });
  const redirect = 'http://127.0.0.1:1/back';

  async function register(network: MastodonStandIn, scopes = 'read:accounts read:statuses') {
    const form = { client_name: 'Portée', redirect_uris: redirect, scopes };
    return askNetwork(`${network.url}/api/v1/apps`, { form });
  }

  async function signIn(network: MastodonStandIn, proof: string) {
    const { client_id, client_secret } = application.parse((await register(network)).json);
    const query = new URLSearchParams({ client_id, redirect_uri: redirect, response_type: 'code', scope: 'read:accounts read:statuses', state: 'of-the-browser', code_challenge: challenge, code_challenge_method: 'S256' });
    const sent = await askNetwork(`${network.url}/oauth/authorize?${query.toString()}`);
    const back = new URL(sent.headers.get('location') ?? '');
    const form = { grant_type: 'authorization_code', client_id, client_secret, redirect_uri: redirect, code: back.searchParams.get('code') ?? '', code_verifier: proof };
    return { sent, back, form, given: await askNetwork(`${network.url}/oauth/token`, { form }) };
  }

  it('gives a token for a code, once, to whoever has the verifier', async () => {
    const network = await start();
    const { sent, back, form, given } = await signIn(network, verifier);
    expect([sent.status, back.searchParams.get('state')]).toEqual([302, 'of-the-browser']);
    const { access_token: token } = z.looseObject({ access_token: z.string(), scope: z.string() }).parse(given.json);
    expect((await askNetwork(`${network.url}/api/v1/accounts/verify_credentials`, { token })).json).toMatchObject({ username: 'centre' });
    expect(await askNetwork(`${network.url}/oauth/token`, { form })).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
    expect((await signIn(network, 'another')).given.status).toBe(400);
  });

  it('on snac comes without a scope, and without a look at the verifier', async () => {
    const { given } = await signIn(await start({ kind: 'snac' }), 'another');
    expect(given.status).toBe(200);
    expect(given.json).not.toHaveProperty('scope');
  });

  it('asks a person where nobody says yes at once, and goes back with their no', async () => {
    const network = await start({ approve: false });
    const { client_id } = application.parse((await register(network)).json);
    const page = `${network.url}/oauth/authorize?client_id=${client_id}&redirect_uri=${redirect}&response_type=code&scope=read:accounts&state=s`;
    expect((await askNetwork(page)).text).toContain('Autoriser');
    expect((await askNetwork(`${page}&answer=no`)).headers.get('location')).toContain('error=access_denied');
  });

  it('refuses scopes that the server does not know', async () => {
    const network = await start({ scopes: ['read'] });
    expect((await register(network)).status).toBe(422);
    expect((await register(network, 'read')).status).toBe(200);
  });
});

describe('kin of Mastodon', () => {
  it('GoToSocial answers nobody who is not signed in, names ULIDs, and says next until a page is empty', async () => {
    const network = await start({ kind: 'gotosocial' });
    expect(await askNetwork(listOf(network))).toMatchObject({ status: 401, json: { error: 'Unauthorized: token not supplied' } });
    const { ids, pages } = await walk(listOf(network, '?limit=40&exclude_reblogs=true'), network.issueToken('centre'));
    expect(ids.every((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true);
    // 120 posts, 17 notes to followers and 10 letters: four pages, and one that holds nothing.
    expect([ids.length, pages]).toEqual([147, 5]);
    expect((await askNetwork(`${network.url}/api/v1/statuses/01AAAAAAAAAAAAAAAAAAAAAAAA`, { token: network.issueToken('centre') })).json).toEqual({ error: 'Not Found: target status not found' });
  });

  it('snac answers 422 with an empty page to whom it does not know, and a page where nothing is', async () => {
    const network = await start({ kind: 'snac' });
    const refused = await askNetwork(listOf(network));
    expect([refused.status, refused.text, refused.headers.get('content-type')]).toEqual([422, '', 'text/html; charset=utf-8']);
    const missing = await askNetwork(`${network.url}/api/v2/instance`);
    expect([missing.status, missing.json]).toEqual([404, undefined]);
    expect((await askNetwork(`${network.url}/api/v1/instance`)).json).toMatchObject({ version: '4.0.0 (not true; really snac/2.75)' });
  });

  it('snac looks at no limit and no max_id, links to no next page, and shows no followers', async () => {
    const network = await start({ kind: 'snac' });
    const token = network.issueToken('centre');
    const answer = await askNetwork(listOf(network, `?limit=5&max_id=${network.statusId('centre', 3)}`), { token });
    expect(statuses.parse(answer.json).length).toBe(107);
    expect([answer.headers.get('link'), answer.headers.get('x-ratelimit-limit')]).toEqual([null, null]);
    expect((await askNetwork(`${network.url}/api/v1/accounts/verify_credentials`, { token })).json).toMatchObject({ followers_count: 0 });
    network.revokeToken('centre');
    expect((await askNetwork(listOf(network), { token })).status).toBe(422);
  });
});
