import type { Channel, ImportView } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { ApiTokens } from '../../apps/api/src/accounts/api-tokens.js';
import { bigPorteeCsv } from '../bench/big-files.js';
import { importFile } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const MAPPED = 'Date;Titre;Vus\n13/01/2026 10:00;a;10\n';
const mapping = (rest: object) => ({ columns: { published_at: 'Date', reach: 'Vus' }, timeZone: 'Europe/Brussels', dateOrder: 'day-first', ...rest });

let portee: TestPortee;
let us: Member;
let them: Member;
/** Things of ours that they may have heard of. */
let ours: { channelId: string };
let theirChannel: string;

const at = (member: Member, path: string) => `/api/v1/organisations/${member.slug}${path}`;

beforeAll(async () => {
  portee = await startTestPortee();
  us = await firstMember(portee.url, 'Chez nous');
  const organisations = portee.running.app.get(OrganisationsService, { strict: false });
  const { id, slug } = await organisations.create({ name: 'Chez eux', timeZone: 'Europe/Brussels' });
  const { token } = await portee.running.app.get(ApiTokens, { strict: false }).create(id, { name: 'tout', role: 'owner' });
  them = Object.assign(new Visitor(portee.url, { authorization: `Bearer ${token}` }), { slug });
  const applied = await importFile(us, { name: 'a.csv', bytes: [...bigPorteeCsv(20)].join('') });
  const channelId = applied.channelIds[0] ?? '';
  ours = { channelId };
  theirChannel = (await them.json<Channel>('POST', at(them, '/channels'), { network: 'facebook', name: 'La grande page' })).id;
});
afterAll(() => portee?.stop());

/** Everything of ours that they could have changed. */
async function everythingOfOurs(): Promise<unknown> {
  const paths = ['/channels', '/posts', '/imports', `/channels/${ours.channelId}/followers`, `/channels/${ours.channelId}/unpaid-periods`, `/channels/${ours.channelId}/monthly-figures`];
  return Promise.all(paths.map((path) => us.json('GET', at(us, path))));
}

/** In every other place of every door: swapped-identifiers.e2e.spec.ts. */
describe('an identifier of another organisation', () => {
  it('takes no file: neither as the channel chosen, nor in a mapping, nor in the answer to one', async () => {
    const before = await everythingOfOurs();
    for (const fields of [{ channelId: ours.channelId }, { mapping: JSON.stringify(mapping({ channelId: ours.channelId })) }]) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set('file', new Blob([MAPPED]), 'm.csv');
      expect((await them.ask('POST', at(them, '/imports'), { body: form })).body).toMatchObject({ status: 404, reason: 'channel-not-found' });
    }
    const asking = await importFile(them, { name: 'm.csv', bytes: MAPPED });
    expect(asking.state).toBe('needs-mapping');
    expect((await them.post(at(them, `/imports/${asking.id}/mapping`), mapping({ channelId: ours.channelId }))).body).toMatchObject({ status: 404, reason: 'channel-not-found' });
    expect(await them.json<ImportView>('GET', at(them, `/imports/${asking.id}`))).toMatchObject({ state: 'needs-mapping' });
    expect(await everythingOfOurs()).toEqual(before);
  });

  it('in a file of the same page and posts fills one’s own channel, and leaves the other as it was', async () => {
    const before = await everythingOfOurs();
    expect(await importFile(them, { name: 'a.csv', bytes: [...bigPorteeCsv(20)].join('') })).toMatchObject({ state: 'applied', channelIds: [theirChannel], outcome: { postsNew: 20 } });
    expect(await everythingOfOurs()).toEqual(before);
  });

  it('opens nothing either to a person with a session', async () => {
    expect((await us.get(at(them, `/channels/${theirChannel}`))).body).toMatchObject({ status: 404, reason: 'organisation-not-found' });
    expect((await us.get(at(us, `/channels/${theirChannel}`))).body).toMatchObject({ status: 404, reason: 'channel-not-found' });
  });
});
