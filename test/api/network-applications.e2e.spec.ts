import type { Channel, Connection, NetworkApplication } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { People } from '../../apps/api/src/accounts/people.js';
import { FACEBOOK_APPLICATION, type FacebookStandIn, startFacebookStandIn } from '../networks/facebook.stand-in.js';
import { CENTRE_NOW, inventCentre } from '../networks/invented-centre.js';
import { runCommand } from '../support/command.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const GUEST = { email: 'lea@ailleurs.example', password: 'un autre mot de passe', name: 'Léa', language: 'fr' } as const;
const DOOR = '/api/v1/hosting/applications';
const { id: clientId, secret: clientSecret } = FACEBOOK_APPLICATION;
const now = () => CENTRE_NOW;
const redirectUris: string[] = [];
const { posts, since } = inventCentre({ postsPerWeek: 0.3 });

let portee: TestPortee;
let facebook: FacebookStandIn;
let host: Member;

beforeAll(async () => {
  const pages = ['100000000000001', '100000000000002'].map((id, place) => ({ id, name: `Page ${String(place + 1)}`, followers: 900 + place, since, posts }));
  facebook = await startFacebookStandIn({ now, pages, application: { ...FACEBOOK_APPLICATION, redirectUris } });
  portee = await startTestPortee({ role: 'api', networkUrls: { facebook: facebook.url } }, { now });
  redirectUris.push(`${portee.url}/api/v1/connections/callback`);
  host = await firstMember(portee.url);
});
afterAll(async () => {
  await portee?.stop();
  await facebook?.close();
});

const own = (path: string) => `/api/v1/organisations/${host.slug}${path}`;
const begin = () => host.post(own('/connections'), { network: 'facebook', way: 'authorise' });
const ofFacebook = (list: readonly NetworkApplication[]) => list.find(({ network }) => network === 'facebook');

describe('applications at networks', () => {
  it('are wanted before anybody connects a channel', async () => {
    expect(ofFacebook(await host.json<NetworkApplication[]>('GET', DOOR))).toEqual({ network: 'facebook', clientId: null, registeredAt: null, redirectUri: redirectUris[0] });
    expect(await begin()).toMatchObject({ status: 409, body: { reason: 'network-application-missing', detail: expect.stringContaining('Facebook') } });
  });

  it('keep their secret', async () => {
    const answer = await host.ask('PUT', `${DOOR}/facebook`, { body: { clientId, clientSecret } });
    expect(answer).toMatchObject({ status: 200 });
    for (const { body } of [answer, await host.get(DOOR)]) {
      expect(JSON.stringify(body)).toContain(clientId);
      expect(JSON.stringify(body)).not.toContain(clientSecret);
    }
  });

  it('open several pages at once', async () => {
    const { url, id } = await host.json<Connection>('POST', own('/connections'), { network: 'facebook', way: 'authorise' });
    const back = new URL((await fetch(url ?? '', { redirect: 'manual' })).headers.get('location') ?? '');
    await host.get(`${back.pathname}${back.search}`);
    const { choices, problem } = await host.json<Connection>('GET', own(`/connections/${id}`));
    expect({ problem, names: choices.map(({ name }) => name) }).toEqual({ problem: null, names: ['Page 1', 'Page 2'] });
    const saved = await host.json<Channel[]>('POST', own(`/connections/${id}/choose`), { choices: choices.map(({ externalId }) => ({ externalId, channelId: null })) });
    expect(saved.map(({ name, state }) => ({ name, state }))).toEqual([{ name: 'Page 1', state: 'connected' }, { name: 'Page 2', state: 'connected' }]);
  });

  it('serve another network where one signs in through it', async () => {
    const instagram = (door: string) => host.post(own('/connections'), { network: 'instagram', way: 'authorise', settings: { door } });
    expect(await instagram('facebook')).toMatchObject({ status: 201, body: { state: 'authorise', url: expect.stringContaining(clientId) } });
    expect(await instagram('instagram')).toMatchObject({ status: 409, body: { reason: 'network-application-missing', detail: expect.stringContaining('Instagram') } });
    expect(await instagram('telex')).toMatchObject({ status: 422, body: { reason: 'connection-way-not-offered' } });
  });

  it('are no matter of an organisation that came later, be it its owner', async () => {
    const { app } = portee.running;
    const { id: organisationId } = await app.get(OrganisationsService, { strict: false }).create({ name: 'Ailleurs', timeZone: 'Europe/Brussels' });
    await app.get(People, { strict: false }).create(GUEST, { organisationId, role: 'owner' });
    const guest = new Visitor(portee.url, { origin: portee.url });
    await guest.json('POST', '/api/v1/session', { email: GUEST.email, password: GUEST.password });
    for (const [method, path] of [['GET', DOOR], ['PUT', `${DOOR}/facebook`], ['DELETE', `${DOOR}/facebook`]] as const) {
      expect(await guest.ask(method, path, { body: method === 'PUT' ? { clientId, clientSecret } : undefined })).toMatchObject({ status: 403, body: { reason: 'host-required' } });
    }
  });

  it('are refused where a network wants none', async () => {
    expect(await host.ask('PUT', `${DOOR}/mastodon`, { body: { clientId, clientSecret } })).toMatchObject({ status: 422, body: { reason: 'unknown-network' } });
  });

  it('are kept, told and forgotten from a terminal too, the secret by standard input alone', async () => {
    const run = (words: string[], secret = '') => runCommand(portee.database, ['application', ...words], { now: CENTRE_NOW, secret });
    expect(await run(['remove', 'facebook'])).toMatchObject({ code: 0 });
    expect(ofFacebook(await host.json<NetworkApplication[]>('GET', DOOR))?.clientId).toBeNull();
    expect(await run(['set', 'facebook', '--client-id', clientId], clientSecret)).toMatchObject({ code: 64 });
    expect(await run(['set', 'facebook', '--client-id', clientId, '--secret-stdin'])).toMatchObject({ code: 3 });
    expect(await run(['set', 'facebook', '--client-id', clientId, '--secret-stdin'], clientSecret)).toMatchObject({ code: 0, out: '' });
    const { out } = await run(['list', '--json']);
    expect(out).toContain(clientId);
    expect(out).not.toContain(clientSecret);
    expect(await begin()).toMatchObject({ status: 201, body: { state: 'authorise' } });
    expect(await run(['set', 'orkut', '--client-id', clientId, '--secret-stdin'], clientSecret)).toMatchObject({ code: 64 });
  });
});
