import type { Channel, Connection, Problem } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Memberships } from '../../apps/api/src/accounts/memberships.js';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { People } from '../../apps/api/src/accounts/people.js';
import { ForgetAttempts } from '../../apps/api/src/connecting/forget-attempts.sweep.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { CENTRE_NOW, inventCentre } from '../networks/invented-centre.js';
import { type MastodonStandIn, startMastodonStandIn } from '../networks/mastodon.stand-in.js';
import { type PeerTubeStandIn, startPeerTubeStandIn } from '../networks/peertube.stand-in.js';
import { playedClock } from '../support/collecting.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { type Answer, firstMember, type Member, Visitor } from '../support/visitor.js';

const PASSWORD = 'entre-les-rideaux';
const SECOND = { email: 'karim@cerisier.example', password: 'un autre mot de passe', name: 'Karim', language: 'fr' } as const;

const clock = playedClock(CENTRE_NOW.toISOString());
const few = { postsPerWeek: 0.3 };
let portee: TestPortee;
let peertube: PeerTubeStandIn;
let mastodon: MastodonStandIn;
let owner: Member;
let colleague: Visitor;
let organisationId: string;
let written = '';

beforeAll(async () => {
  const listening = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => { written += String(chunk); return true; });
  peertube = await startPeerTubeStandIn({ now: clock.now, channels: [inventCentre({ ...few }), inventCentre({ ...few, name: 'jeunes' })], callsPerTenSeconds: Number.POSITIVE_INFINITY, signInsPerFiveMinutes: Number.POSITIVE_INFINITY });
  mastodon = await startMastodonStandIn({ kind: 'mastodon', now: clock.now, accounts: [inventCentre(few)], callsPerFiveMinutes: Number.POSITIVE_INFINITY });
  portee = await startTestPortee({ role: 'api', allowPrivateAddresses: true, networkUrls: { peertube: peertube.url } }, { now: clock.now, logLevel: 'info' });
  owner = await firstMember(portee.url);
  organisationId = (await owner.json<{ id: string }>('GET', own(''))).id;
  await portee.running.app.get(People, { strict: false }).create(SECOND, { organisationId, role: 'coordinator' });
  colleague = new Visitor(portee.url, { origin: portee.url });
  await colleague.json('POST', '/api/v1/session', { email: SECOND.email, password: SECOND.password });
  return () => { listening.mockRestore(); };
});
afterAll(async () => {
  await portee?.stop();
  await peertube?.close();
  await mastodon?.close();
});

const own = (path: string) => `/api/v1/organisations/${owner.slug}${path}`;
const begin = (body: object) => owner.post(own('/connections'), body);
const signIn = (password = PASSWORD) => ({ network: 'peertube', way: 'sign-in', settings: { address: peertube.url, username: 'regie', password } });
const find = (name: string) => ({ network: 'peertube', way: 'find', settings: { address: `${peertube.url}/c/${name}` } });
const choose = (id: string, choices: { externalId: string; channelId: string | null }[]) => owner.post(own(`/connections/${id}/choose`), { choices });
const channels = () => owner.json<Channel[]>('GET', own('/channels'));

function good<T>({ status, body }: Answer): T {
  expect({ status, body }).toMatchObject({ status: expect.toSatisfy((code: number) => code < 300) });
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- what the contract says
  return body as T;
}

function refused({ status, body }: Answer): Pick<Problem, 'status' | 'reason'> {
  const { reason } = z.object({ reason: z.string(), detail: z.string().min(20) }).parse(body);
  return { status, reason };
}

function rows<T>(sql: string): Promise<T[]> {
  return portee.running.app.get(TenantTransaction, { strict: false }).run(organisationId, (manager) => manager.query(sql));
}

/** Goes to the network's page and comes back with what it sends. */
async function sayYes(url: string | null): Promise<string> {
  const answer = await fetch(url ?? '', { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '');
  expect(`${back.origin}${back.pathname}`).toBe(`${portee.url}/api/v1/connections/callback`);
  return `${back.pathname}${back.search}`;
}

describe('a channel found without signing in', () => {
  it('is tried, saved and due at once', async () => {
    const { id, state, choices, url } = good<Connection>(await begin(find('centre')));
    const [choice] = choices;
    expect({ state, url, choices }).toMatchObject({ state: 'choose', url: null, choices: [{ name: 'Centre culturel inventé', followers: 1389, knownChannelId: null }] });
    const [saved] = good<Channel[]>(await choose(id, [{ externalId: choice?.externalId ?? '', channelId: null }]));
    expect(saved).toMatchObject({ network: 'peertube', state: 'connected', externalId: choice?.externalId });
    expect(await rows('SELECT settings, next_due_at, trouble, failures FROM channel')).toEqual([
      { settings: { address: peertube.url.replace('http:', 'https:'), networkName: 'Centre culturel inventé' }, next_due_at: clock.at, trouble: null, failures: 0 },
    ]);
    expect(await rows('SELECT 1 FROM connection_attempt')).toEqual([]);
    expect(refused(await owner.get(own(`/connections/${id}`)))).toEqual({ status: 404, reason: 'connection-not-found' });
  });

  it('is found again as the channel it already is, and signing in keeps its history', async () => {
    const [known] = await channels();
    const { id, choices } = good<Connection>(await begin(signIn()));
    expect(choices.map(({ knownChannelId }) => knownChannelId)).toEqual([known?.id, null]);
    const saved = good<Channel[]>(await choose(id, choices.map(({ externalId }) => ({ externalId, channelId: null }))));
    expect(saved.map((channel) => channel.id)).toContain(known?.id);
    expect(await channels()).toHaveLength(2);
    expect(await rows('SELECT channel_id FROM credential')).toHaveLength(2);
  });
});

describe('signing in', () => {
  it('gives what opens the channels to nobody, and forgets the password', async () => {
    const answer = await begin(signIn());
    await expect.poll(() => written).toContain(`"method":"POST","path":"${own('/connections')}"`);
    const [{ sealed } = { sealed: null }] = await rows<{ sealed: Buffer | null }>('SELECT sealed FROM connection_attempt');
    const { rest } = z.object({ rest: z.string() }).parse((await rows(`SELECT string_agg(a::text, ' ') AS rest FROM connection_attempt a`))[0]);
    expect(sealed?.length).toBeGreaterThan(40);
    for (const text of [JSON.stringify(answer.body), sealed?.toString('latin1') ?? '', rest, written]) expect(text).not.toMatch(/entre-les-rideaux|accessToken|access_token|refreshToken/);
  });

  it.each([
    { case: 'a wrong password', body: () => signIn('autre'), status: 422, reason: 'network-access-refused' },
    { case: 'a channel that is not there', body: () => find('personne'), status: 422, reason: 'network-not-found' },
    { case: 'a way that is not offered', body: () => ({ ...signIn(), way: 'authorise' }), status: 422, reason: 'connection-way-not-offered' },
    { case: 'a network that nobody knows', body: () => ({ ...signIn(), network: 'orkut' }), status: 422, reason: 'connection-way-not-offered' },
    { case: 'a missing address', body: () => ({ ...signIn(), settings: {} }), status: 422, reason: 'invalid-input' },
  ])('refuses $case in plain words', async ({ body, status, reason }) => {
    expect(refused(await begin(body()))).toEqual({ status, reason });
  });
});

describe('trying before saving', () => {
  it.each([
    { fault: { kind: 'html', status: 200 } as const, reason: 'network-unexpected-answer' },
    { fault: { kind: 'reply', status: 503, json: {} } as const, reason: 'network-unavailable' },
  ])('writes nothing when the channel cannot be read: $reason', async ({ fault, reason }) => {
    const before = await rows('SELECT id, settings, state FROM channel ORDER BY id');
    const { id, choices } = good<Connection>(await begin(find('jeunes')));
    const mended = peertube.standIn.break('/api/v1/video-channels/jeunes', fault);
    expect(refused(await choose(id, [{ externalId: choices[0]?.externalId ?? '', channelId: null }]))).toMatchObject({ reason });
    mended();
    expect(await rows('SELECT id, settings, state FROM channel ORDER BY id')).toEqual(before);
    expect(refused(await choose(id, [{ externalId: 'personne', channelId: null }]))).toEqual({ status: 422, reason: 'connection-choice-unknown' });
  });
});

describe('a channel that is named', () => {
  it('takes the identifier where it had none, and no other afterwards', async () => {
    const fromFiles = await owner.json<Channel>('POST', own('/channels'), { network: 'mastodon', name: 'Notre compte' });
    const { id, url } = good<Connection>(await begin({ network: 'mastodon', way: 'authorise', settings: { address: mastodon.url }, channelId: fromFiles.id }));
    const back = await owner.ask('GET', await sayYes(url));
    expect({ status: back.status, location: back.headers.get('location') }).toEqual({ status: 302, location: `/o/${owner.slug}/donnees/connexions/${id}` });
    const { state, choices, channelId } = await owner.json<Connection>('GET', own(`/connections/${id}`));
    expect({ state, channelId }).toEqual({ state: 'choose', channelId: fromFiles.id });
    const [saved] = good<Channel[]>(await choose(id, [{ externalId: choices[0]?.externalId ?? '', channelId: null }]));
    expect(saved).toMatchObject({ id: fromFiles.id, name: 'Notre compte', externalId: mastodon.accountId('centre'), state: 'connected' });
  });

  it('refuses another channel of its network, and one of another network', async () => {
    const [one, other] = (await channels()).filter(({ network }) => network === 'peertube');
    const { id } = good<Connection>(await begin({ ...find('jeunes'), channelId: [one, other].find((channel) => !channel?.externalId?.startsWith('jeunes'))?.id }));
    expect(refused(await choose(id, [{ externalId: [one, other].find((channel) => channel?.externalId?.startsWith('jeunes'))?.externalId ?? '', channelId: null }]))).toEqual({ status: 409, reason: 'connection-other-channel' });
    const account = (await channels()).find(({ network }) => network === 'mastodon');
    expect(refused(await begin({ ...find('jeunes'), channelId: account?.id }))).toEqual({ status: 409, reason: 'connection-other-channel' });
  });
});

describe('coming back from a network', () => {
  const authorise = async () => good<Connection>(await begin({ network: 'mastodon', way: 'authorise', settings: { address: mastodon.url } }));
  const lost = () => `/o/${owner.slug}/donnees/connecter?probleme=connection-not-found`;

  it('works once, for whoever began', async () => {
    const { id, url } = await authorise();
    const back = await sayYes(url);
    expect((await colleague.get(back)).headers.get('location')).toBe(lost());
    expect(refused(await colleague.get(own(`/connections/${id}`)))).toEqual({ status: 404, reason: 'connection-not-found' });
    expect((await owner.get(back)).headers.get('location')).toBe(`/o/${owner.slug}/donnees/connexions/${id}`);
    expect((await owner.get(back)).headers.get('location')).toBe(lost());
    expect(await owner.json<Connection>('GET', own(`/connections/${id}`))).toMatchObject({ state: 'choose', choices: [{ name: 'Centre culturel inventé' }] });
    expect(written).not.toContain(new URL(back, portee.url).searchParams.get('code'));
  });

  it('is told when the person said no', async () => {
    const { id, url } = await authorise();
    const { searchParams } = new URL(url ?? '');
    await owner.get(`/api/v1/connections/callback?state=${searchParams.get('state') ?? ''}&error=access_denied`);
    const { state, problem } = await owner.json<Connection>('GET', own(`/connections/${id}`));
    expect({ state, problem }).toEqual({ state: 'failed', problem: { reason: 'connection-declined', detail: expect.stringContaining('Chez Mastodon, l’accord n’a pas été donné') } });
  });

  it('comes too late after a quarter of an hour', async () => {
    const { id, url } = await authorise();
    const back = await sayYes(url);
    clock.pass(0.26);
    expect((await owner.get(back)).headers.get('location')).toBe(lost());
    expect(refused(await owner.get(own(`/connections/${id}`)))).toEqual({ status: 404, reason: 'connection-not-found' });
    expect(await rows(`SELECT 1 FROM connection_attempt WHERE id = '${id}'`)).toHaveLength(1);
    await new ForgetAttempts(portee.running.app.get(TenantTransaction, { strict: false }), clock.now).sweep();
    expect(await rows(`SELECT 1 FROM connection_attempt WHERE id = '${id}'`)).toEqual([]);
  });

  it('leads whoever is signed out to sign in, without a word of whose state it is, and then to begin again', async () => {
    const { id, url } = await authorise();
    const back = await sayYes(url);
    const seen = await new Visitor(portee.url).get(back);
    const page = seen.headers.get('location') ?? '';
    expect({ status: seen.status, page, body: seen.body }).toEqual({ status: 302, page: expect.stringMatching(/^\/connexion\?vers=%2Fapi%2Fv1%2Fconnections%2Fcallback%3F/), body: null });
    expect(seen.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page).not.toMatch(new RegExp(`code|${owner.slug}|${id}`));
    const again = new URL(page, portee.url).searchParams.get('vers') ?? '';
    expect((await colleague.get(again)).headers.get('location')).toBe(lost());
    const asked = mastodon.standIn.asked.length;
    expect((await owner.get(again)).headers.get('location')).toBe(`/o/${owner.slug}/donnees/connexions/${id}`);
    expect(await owner.json<Connection>('GET', own(`/connections/${id}`))).toMatchObject({ state: 'failed', problem: { reason: 'connection-signed-out', detail: expect.stringContaining('Votre session a pris fin') } });
    expect(mastodon.standIn.asked.length).toBe(asked);
    for (const spent of [back, again]) expect((await owner.get(spent)).headers.get('location')).toBe(lost());
  });

  it('keeps a no that was said while the session ended', async () => {
    const { id, url } = await authorise();
    const state = new URL(url ?? '').searchParams.get('state') ?? '';
    const { headers } = await new Visitor(portee.url).get(`/api/v1/connections/callback?state=${state}&error=access_denied`);
    await owner.get(new URL(headers.get('location') ?? '', portee.url).searchParams.get('vers') ?? '');
    expect(await owner.json<Connection>('GET', own(`/connections/${id}`))).toMatchObject({ state: 'failed', problem: { reason: 'connection-declined' } });
  });

  it.each([
    { case: 'nothing', query: '' }, { case: 'an empty state', query: '?state=' }, { case: 'two states', query: '?state=a&state=b' },
    { case: 'a long one', query: `?state=${'x'.repeat(300)}` }, { case: 'an address', query: '?code=x&state=//ailleurs.example' },
  ])('leads on to a page of Portée, whatever came: $case', async ({ query }) => {
    expect((await owner.get(`/api/v1/connections/callback${query}`)).headers.get('location')).toBe(lost());
    expect((await new Visitor(portee.url).get(`/api/v1/connections/callback${query}`)).headers.get('location')).toMatch(/^\/connexion\?vers=%2Fapi%2Fv1%2Fconnections%2Fcallback%3Fstate%3D/);
  });

  it('asks a server to register Portée once only', () => {
    expect(mastodon.standIn.asked.filter(({ url }) => url.pathname === '/api/v1/apps')).toHaveLength(1);
  });
});

describe('shutting a door', () => {
  it('deletes what opened the channel, and keeps it', async () => {
    const [first] = (await channels()).filter(({ network }) => network === 'peertube');
    expect(good<Channel>(await owner.post(own(`/channels/${first?.id ?? ''}/disconnect`)))).toMatchObject({ state: 'file', externalId: first?.externalId });
    expect(await rows(`SELECT c.next_due_at, k.key_id FROM channel c LEFT JOIN credential k ON k.channel_id = c.id WHERE c.id = '${first?.id ?? ''}'`)).toEqual([{ next_due_at: null, key_id: null }]);
  });

  it('goes with a deleted channel', async () => {
    const account = (await channels()).find(({ network }) => network === 'mastodon');
    const kept = () => rows(`SELECT 1 FROM credential WHERE channel_id = '${account?.id ?? ''}'`);
    expect(await kept()).toHaveLength(1);
    await owner.delete(own(`/channels/${account?.id ?? ''}`));
    expect(await kept()).toEqual([]);
  });

  it('is nobody else’s: an organisation sees its own connections only', async () => {
    const organisations = portee.running.app.get(OrganisationsService, { strict: false });
    const other = await organisations.create({ name: 'Chez eux', timeZone: 'Europe/Brussels' });
    const { personId } = z.object({ personId: z.string() }).parse((await rows(`SELECT user_id AS "personId" FROM membership WHERE role = 'owner'`))[0]);
    await portee.running.app.get(Memberships, { strict: false }).add(other.id, personId, 'owner');
    const { id } = good<Connection>(await begin(find('jeunes')));
    expect(refused(await owner.get(`/api/v1/organisations/${other.slug}/connections/${id}`))).toEqual({ status: 404, reason: 'connection-not-found' });
  });
});
