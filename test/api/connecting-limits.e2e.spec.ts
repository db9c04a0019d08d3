import type { Channel, Connection } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { FACEBOOK_APPLICATION, type FacebookStandIn, startFacebookStandIn } from '../networks/facebook.stand-in.js';
import { CENTRE_NOW, inventCentre } from '../networks/invented-centre.js';
import { type PeerTubeStandIn, startPeerTubeStandIn } from '../networks/peertube.stand-in.js';
import { openCollector, playedClock } from '../support/collecting.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { type Answer, firstMember, type Member } from '../support/visitor.js';

const PAGE = '100000000000001';
const few = { postsPerWeek: 0.3 };
const clock = playedClock(CENTRE_NOW.toISOString());
const redirectUris: string[] = [];
let portee: TestPortee;
let peertube: PeerTubeStandIn;
let facebook: FacebookStandIn;
let owner: Member;

beforeAll(async () => {
  peertube = await startPeerTubeStandIn({ now: clock.now, channels: [inventCentre(few), inventCentre({ ...few, name: 'jeunes' })], callsPerTenSeconds: Number.POSITIVE_INFINITY });
  const { posts, since } = inventCentre(few);
  const pages = [{ id: PAGE, name: 'Centre culturel inventé', followers: 900, since, posts }];
  facebook = await startFacebookStandIn({ now: clock.now, pages, application: { ...FACEBOOK_APPLICATION, redirectUris } });
  portee = await startTestPortee({ role: 'api', allowPrivateAddresses: true, networkUrls: { peertube: peertube.url, facebook: facebook.url } }, { now: clock.now });
  redirectUris.push(`${portee.url}/api/v1/connections/callback`);
  owner = await firstMember(portee.url);
  await owner.json('PUT', '/api/v1/hosting/applications/facebook', { clientId: FACEBOOK_APPLICATION.id, clientSecret: FACEBOOK_APPLICATION.secret });
});
afterAll(async () => {
  await portee?.stop();
  await peertube?.close();
  await facebook?.close();
});

const own = (path: string) => `/api/v1/organisations/${owner.slug}${path}`;
const begin = (body: object) => owner.post(own('/connections'), body);
const began = (body: object) => owner.json<Connection>('POST', own('/connections'), body);
const find = (address: string) => ({ network: 'peertube', way: 'find', settings: { address } });
const facebookPages = { network: 'facebook', way: 'authorise' };
const choose = (connection: Connection) => owner.post(own(`/connections/${connection.id}/choose`), { choices: connection.choices.map(({ externalId }) => ({ externalId, channelId: null })) });
const transaction = () => portee.running.app.get(TenantTransaction, { strict: false });
const waits = () => transaction().lookUp((manager) => manager.query<{ network: string; waitsFor: string; until: Date }[]>('SELECT network, waits_for AS "waitsFor", until FROM network_wait WHERE until > $1', [clock.at]));
const plain = (text: string) => text.replaceAll(/\s/g, ' ');
const minutesFromNow = (minutes: number) => new Date(clock.at.getTime() + minutes * 60_000);

/** Status and reason, and the sentence with plain spaces. */
function told({ status, body }: Answer): string {
  const { reason, detail } = z.object({ reason: z.string(), detail: z.string() }).parse(body);
  return plain(`${String(status)} ${reason} ${detail}`);
}

/** Goes to the network's page, says yes, and comes back. */
async function comeBack({ id, url }: Connection): Promise<Connection> {
  const back = new URL((await fetch(url ?? '', { redirect: 'manual' })).headers.get('location') ?? '');
  await owner.get(`${back.pathname}${back.search}`);
  return owner.json<Connection>('GET', own(`/connections/${id}`));
}

describe('a limit of a server, met while a channel is tried', () => {
  it('is told with the hour, kept for the workers, and nobody knocks again before', async () => {
    const { id: organisationId } = await owner.json<{ id: string }>('GET', own(''));
    const [connected] = z.array(z.custom<Channel>()).parse((await choose(await began(find(`${peertube.url}/c/centre`)))).body);
    const second = await began(find(`${peertube.url}/c/jeunes`));
    const until = minutesFromNow(20);
    const { host } = new URL(peertube.url);
    peertube.limitUntil(until);
    expect(told(await choose(second))).toMatch(/^429 network-limited PeerTube \(.+\) demande d’attendre : .* Réessayez à partir de 12 h 20\.$/);
    expect(await waits()).toEqual([{ network: 'peertube', waitsFor: host, until }]);
    expect(await owner.json<Channel[]>('GET', own('/channels'))).toHaveLength(1);

    const asked = peertube.standIn.asked.length;
    for (const typed of [`${peertube.url}/c/jeunes`, `@jeunes@${host}`, `${host}/c/jeunes`]) expect(told(await begin(find(typed)))).toMatch(/^429 network-limited .*12 h 20/);
    expect(told(await choose(second))).toMatch(/^429 network-limited/);
    const worker = openCollector({ transaction: transaction() }, clock.now, { peertube: peertube.url });
    expect(await worker.collect.run({ organisationId, channelId: connected?.id ?? '' })).toEqual({ state: 'waiting', until });
    await worker.close();
    expect(peertube.standIn.asked.length).toBe(asked);

    clock.at = until;
    expect(await began(find(`${peertube.url}/c/jeunes`))).toMatchObject({ state: 'choose' });
  });
});

describe('a limit of the application', () => {
  it('met while the pages are listed is told on the page of the connection, and before anybody goes there again', async () => {
    const until = minutesFromNow(90);
    facebook.standIn.break('/me/accounts', {
      kind: 'reply', status: 403, json: { error: { code: 4, message: '(#4) Application request limit reached', type: 'OAuthException' } },
      headers: { 'x-business-use-case-usage': JSON.stringify({ [PAGE]: [{ type: 'pages', call_count: 100, estimated_time_to_regain_access: 90 }] }) },
    }, 1);
    const { state, problem } = await comeBack(await began(facebookPages));
    expect({ state, reason: problem?.reason }).toEqual({ state: 'failed', reason: 'network-limited' });
    expect(plain(problem?.detail ?? '')).toMatch(/^Facebook demande d’attendre : .* Réessayez à partir de 13 h 50\.$/);
    expect(await waits()).toEqual([{ network: 'facebook', waitsFor: 'application', until }]);

    const asked = facebook.standIn.asked.length;
    expect(told(await begin(facebookPages))).toMatch(/^429 network-limited .*13 h 50/);
    expect(facebook.standIn.asked.length).toBe(asked);
    clock.at = until;
  });

  it('that was learnt of while the person was away is told, and nothing is asked with what they bring back', async () => {
    const away = await began(facebookPages);
    const until = minutesFromNow(5);
    await transaction().together((manager) => manager.query(`UPDATE network_wait SET until = $1 WHERE network = 'facebook'`, [until]));
    expect(await comeBack(away)).toMatchObject({ state: 'failed', problem: { reason: 'network-limited' } });
    expect(facebook.standIn.asked.at(-1)?.url.pathname).toContain('/dialog/oauth');
    clock.at = until;
  });

  it('is not one of a single page: that one is told, and holds up no other', async () => {
    const found = await comeBack(await began(facebookPages));
    facebook.limitUntil(minutesFromNow(30), '80001');
    expect(told(await choose(found))).toMatch(/^429 network-limited Facebook \(Centre culturel inventé\) demande d’attendre/);
    expect(await waits()).toEqual([]);
  });
});
