import { type AuditAct, type AuditPage, type Channel, may, type NewInvitation, type OrganisationView, roles, type Session } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiTokens } from '../../apps/api/src/accounts/api-tokens.js';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const PASSWORD = 'un mot de passe assez long';
let portee: TestPortee;
let us: Member;
let organisationId: string;
let lou: { visitor: Visitor; id: string };

const at = (path: string) => `/api/v1/organisations/${us.slug}/${path}`;
const journal = (query = '', who: Visitor = us) => who.json<AuditPage>('GET', at(`audit${query}`));
/** The lines that some work adds, latest first. */
async function addedBy(work: () => Promise<unknown>) {
  const [last] = (await journal()).items;
  await work();
  const { items } = await journal();
  return items.slice(0, items.findIndex(({ id }) => id === last?.id));
}
const told = async (work: () => Promise<unknown>) => (await addedBy(work)).map(({ act, actor, person, subject }) => [act, actor.name ?? actor.kind, person?.name ?? null, subject]);
const invite = (role: string) => us.json<NewInvitation>('POST', at('invitations'), { role });
const tokenOf = ({ link }: NewInvitation) => new URL(link ?? '').hash.slice(1);

beforeAll(async () => {
  portee = await startTestPortee();
  us = await firstMember(portee.url);
  organisationId = (await us.json<OrganisationView>('GET', `/api/v1/organisations/${us.slug}`)).id;
  const visitor = new Visitor(portee.url);
  await visitor.json('POST', '/api/v1/invitations/accept', { token: tokenOf(await invite('reader')), person: { name: 'Lou', email: 'lou@exemple.be', password: PASSWORD } });
  lou = { visitor, id: (await visitor.json<Session>('GET', '/api/v1/session')).user?.id ?? '' };
});
afterAll(() => portee?.stop());

describe('the journal', () => {
  it('says who let whom in, and with which role', async () => {
    expect((await journal()).items.map(({ act, actor, subject }) => [act, actor.name, subject])).toEqual([['joined', 'Lou', 'reader'], ['invited', 'Coordination', 'reader'], ['joined', 'Coordination', 'owner']]);
    const invitation = await invite('owner');
    expect(await told(async () => {
      await us.post(at(`invitations/${invitation.id}/renew`));
      await us.delete(at(`invitations/${invitation.id}`));
      await us.patch(at(`people/${lou.id}`), { role: 'contributor' });
    })).toEqual([['role-changed', 'Coordination', 'Lou', 'contributor'], ['invitation-taken-back', 'Coordination', null, null], ['invitation-renewed', 'Coordination', null, null]]);
  });

  it('says who came', async () => {
    expect(await told(() => new Visitor(portee.url).json('POST', '/api/v1/session', { email: 'lou@exemple.be', password: PASSWORD }))).toEqual([['signed-in', 'Lou', null, null]]);
    expect(await told(() => new Visitor(portee.url).post('/api/v1/session', { email: 'lou@exemple.be', password: 'ce n’est pas lui' }))).toEqual([]);
  });

  it('says what came in, what went out, and what was done to channels, by people and by programs', async () => {
    const form = new FormData();
    form.set('file', new File(['channel,network,post_id,published_at\nLa page,facebook,1,2026-09-01T10:00:00+02:00\n'], 'septembre.csv'));
    const tokens = portee.running.app.get(ApiTokens, { strict: false });
    expect(await told(async () => {
      const { id: tokenId, token } = await tokens.create(organisationId, { name: 'l’agenda', role: 'coordinator' });
      const program = new Visitor(portee.url, { authorization: `Bearer ${token}` });
      const channel = await program.json<Channel>('POST', at('channels'), { network: 'facebook', name: 'La page' });
      await us.patch(at(`channels/${channel.id}`), { name: 'La belle page' });
      await us.delete(at(`channels/${channel.id}`));
      await lou.visitor.post(at('imports'), form);
      await us.send('GET', at('posts.csv'));
      await tokens.revoke(organisationId, tokenId);
    })).toEqual([
      ['token-revoked', 'portee', null, 'l’agenda'], ['posts-exported', 'Coordination', null, null], ['file-received', 'Lou', null, 'septembre.csv'],
      ['channel-removed', 'Coordination', null, 'La belle page'], ['channel-changed', 'Coordination', null, 'La page'], ['channel-added', 'l’agenda', null, 'La page'], ['token-created', 'portee', null, 'l’agenda'],
    ]);
  });

  it('holds no line of what was refused', async () => {
    const mine = (await us.json<Session>('GET', '/api/v1/session')).user?.id ?? '';
    expect(await told(async () => {
      expect((await us.patch(at(`people/${mine}`), { role: 'reader' })).status).toBe(409);
      expect((await us.post(at('channels'), { network: 'nulle-part', name: 'x' })).status).toBe(422);
    })).toEqual([]);
  });

  it('is read by those who may, and by nobody of another organisation', async () => {
    for (const role of roles) expect([role, may(role, 'readJournal')]).toEqual([role, role === 'owner']);
    expect(await lou.visitor.get(at('audit'))).toMatchObject({ status: 403, body: { reason: 'role-too-low' } });
    const other = await portee.running.app.get(OrganisationsService, { strict: false }).create({ name: 'Chez eux', timeZone: 'Europe/Brussels' });
    const lines: unknown[] = await portee.running.app.get(TenantTransaction, { strict: false }).run(other.id, (manager) => manager.query('SELECT 1 FROM audit_entry'));
    expect(lines).toEqual([]);
  });

  it('cannot be changed or shortened by the application, not even in its own organisation', async () => {
    const transaction = portee.running.app.get(TenantTransaction, { strict: false });
    for (const statement of [`UPDATE audit_entry SET act = 'left'`, 'DELETE FROM audit_entry', 'TRUNCATE audit_entry']) {
      await expect(transaction.run(organisationId, (manager) => manager.query(statement))).rejects.toThrow(/permission denied/u);
    }
  });

  it('is narrowed by act, person, day and word', async () => {
    const acts = async (query: string) => new Set((await journal(query)).items.map(({ act }): AuditAct => act));
    expect(await acts('?act=joined')).toEqual(new Set(['joined']));
    const ofLou = (await journal(`?personId=${lou.id}`)).items;
    expect(ofLou.every(({ actor, person }) => actor.id === lou.id || person?.id === lou.id)).toBe(true);
    expect(new Set(ofLou.map(({ act }) => act))).toEqual(new Set(['file-received', 'signed-in', 'role-changed', 'joined']));
    expect(await acts('?q=SEPTEMBRE')).toEqual(new Set(['file-received']));
    expect((await journal('?to=2020-01-01')).items).toEqual([]);
    expect((await journal('?from=2020-01-01')).items.length).toBeGreaterThan(0);
    expect(await us.get(at('audit?act=nonsense'))).toMatchObject({ status: 422 });
  });

  it('is told page by page, each line once', async () => {
    for (let number = 0; number < 60; number += 1) await us.patch(`/api/v1/organisations/${us.slug}`, { name: `Nom ${String(number)}` });
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: AuditPage = await journal(`?act=organisation-changed${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ subject }) => subject ?? ''));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(Array.from({ length: 60 }, (_, place) => `Nom ${String(59 - place)}`));
  });
});
