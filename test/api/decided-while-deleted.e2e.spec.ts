import type { Channel, Recommendation } from '@portee/shared';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Answer, type Member } from '../support/visitor.js';

let portee: TestPortee;
let member: Member;
let deleting: Client;
let watcher: Client;
const at = (path: string) => `/api/v1/organisations/demonstration/${path}`;
const line = { kind: 'rule', title: 'Publier en début de soirée' };

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => new Date('2026-11-23T22:30:00Z') });
  member = await firstMember(portee.url);
  await member.json('POST', '/api/v1/demonstration');
  deleting = new Client({ connectionString: portee.database.ownerUrl });
  watcher = new Client({ connectionString: portee.database.ownerUrl });
  await Promise.all([deleting.connect(), watcher.connect()]);
});
afterAll(async () => {
  await Promise.all([deleting?.end(), watcher?.end()]);
  await portee?.stop();
});

async function waiting(): Promise<number> {
  const { rows } = await watcher.query<{ number: number }>('SELECT count(DISTINCT l.pid)::int AS number FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE a.datname = current_database() AND NOT l.granted');
  return rows[0]?.number ?? 0;
}

/** What is said of a channel that is being deleted, and is answered once it is gone. */
async function whileDeleted(channelId: string, say: () => Promise<Answer>): Promise<Answer> {
  const { id: organisationId } = await member.json<{ id: string }>('GET', '/api/v1/organisations/demonstration');
  await deleting.query('BEGIN');
  await deleting.query(`SELECT set_config('app.organisation_id', $1, true)`, [organisationId]);
  expect((await deleting.query('DELETE FROM channel WHERE id = $1', [channelId])).rowCount).toBe(1);
  const said = say();
  await vi.waitFor(async () => expect(await waiting()).toBe(1), { timeout: 20_000 });
  await deleting.query('COMMIT');
  return said;
}

it('a decision and an objective of a channel that is being deleted find it gone', async () => {
  const { id: bare } = await member.json<Channel>('POST', at('channels'), { network: 'instagram', name: 'De passage' });
  const objective = await whileDeleted(bare, () => member.ask('POST', at('plan/objectives'), { body: { channelId: bare, quarter: '2027-Q1', measure: 'posts', target: 12 } }));
  expect(objective).toMatchObject({ status: 404, body: { reason: 'channel-not-found' } });
  const sign = (await member.json<Recommendation[]>('GET', at('recommendations'))).find(({ verdict }) => verdict === 'do_more');
  if (!sign) throw new Error('the demonstration holds no solid sign');
  await member.json('POST', at(`recommendations/${sign.id}/decision`), { decision: 'accepted', line });
  const decision = await whileDeleted(sign.channelId, () => member.ask('POST', at(`recommendations/${sign.id}/decision`), { body: { decision: 'adapted', line, reason: 'Le jeudi.' } }));
  expect(decision).toMatchObject({ status: 404, body: { reason: 'channel-not-found' } });
});
