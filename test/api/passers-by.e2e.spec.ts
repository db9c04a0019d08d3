import type { Collection } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { IngestScheduler } from '../../apps/api/src/ingest/ingest.scheduler.js';
import { queuePrefix } from '../../apps/api/src/operations/queue-connection.js';
import { openLiveCentre } from '../live/live-centre.js';
import { NEVER_STORED } from '../networks/commenters.js';
import { type EveryNetwork, startEveryNetwork } from '../networks/every-network.js';
import { CENTRE_NOW, inventCentre } from '../networks/invented-centre.js';
import { isObject } from '../networks/json-edit.js';
import { type MastodonStandIn, startMastodonStandIn } from '../networks/mastodon.stand-in.js';
import { PASSERS_BY } from '../networks/passers-by.js';
import type { Fault } from '../networks/stand-in.js';
import { connect, playedClock } from '../support/collecting.js';
import { TEST_SECRET_KEY } from '../support/database.js';
import { fixture } from '../support/exports.js';
import { importFile, settled } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { type Member, Visitor } from '../support/visitor.js';
import { redisKeysThatTell, rowsThatTell } from '../support/whole-database.js';

const SOON = { timeout: 40_000, interval: 100 };
const clock = playedClock(CENTRE_NOW.toISOString());
const centre = inventCentre({ postsPerWeek: 1.5 });
const people = { commenters: PASSERS_BY, tagged: PASSERS_BY.map(({ handle, said }) => [handle, { said: `« ${said} »` }]) };

let every: EveryNetwork;
let kin: MastodonStandIn[];
let portee: TestPortee;
let visitor: Member;
let organisation: { id: string; timeZone: string };
let written = '';
/** Answers that went out with everybody's name, by network. */
const told = new Map<string, number>();

const servers = () => [...Object.entries(every.played), ...kin.map((one, index) => [`kin ${index}`, one] as const)];
const transaction = () => portee.running.app.get(TenantTransaction, { strict: false });
const rows = <T>(sql: string, parameters: unknown[] = []) => transaction().run(organisation.id, (manager) => manager.query<T[]>(sql, parameters));
const collections = () => visitor.json<Collection[]>('GET', `/api/v1/organisations/${visitor.slug}/collections`);

beforeAll(async () => {
  const listening = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => { written += String(chunk); return true; });
  every = await startEveryNetwork({ now: clock.now, accounts: [centre], showsPassersBy: true });
  kin = await Promise.all((['gotosocial', 'snac'] as const).map((kind) => startMastodonStandIn({ kind, now: clock.now, accounts: [centre], showsMetrics: true, callsPerFiveMinutes: Number.POSITIVE_INFINITY })));
  portee = await startTestPortee({ allowPrivateAddresses: true, networkUrls: every.urls }, { now: clock.now, logLevel: 'info' });
  const { app } = portee.running;
  const { slug, email, password, channels } = await openLiveCentre(app, every, clock.at);
  organisation = { id: channels.get('mastodon')?.organisationId ?? '', timeZone: 'Europe/Brussels' };
  for (const server of kin) {
    const secret = { accessToken: server.issueToken('centre', ['read:accounts', 'read:statuses']), refreshToken: null, renewAt: null, expiresAt: null, scopes: [] };
    await connect({ transaction: transaction() }, organisation, { network: 'mastodon', externalId: server.accountId('centre'), address: server.url, secret, now: clock.at });
  }
  visitor = Object.assign(new Visitor(portee.url, { origin: portee.url }), { slug });
  await visitor.json('POST', '/api/v1/session', { email, password });
  return () => { listening.mockRestore(); };
});
afterAll(async () => {
  await portee?.stop();
  await every?.close();
  await Promise.all((kin ?? []).map((one) => one.close()));
});

/** Everybody's name and words in every object of an answer, beside what is there. */
function crowded(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(crowded);
  return isObject(json) ? { ...Object.fromEntries(Object.entries(json).map(([name, value]) => [name, crowded(value)])), ...people } : json;
}

function answerAll(edit: (json: unknown) => unknown): void {
  for (const [name, { standIn }] of servers()) {
    standIn.mend();
    const fault: Fault = { kind: 'edit', edit: (json) => { told.set(name, (told.get(name) ?? 0) + 1); return edit(json); } };
    standIn.break(() => true, fault);
  }
}

/** Lets every channel that is due be collected, and waits until each of them was. */
async function collectAll(): Promise<Collection[]> {
  await portee.running.app.get(IngestScheduler, { strict: false }).sweep();
  return vi.waitFor(async () => {
    const all = await collections();
    expect(all.filter(({ nextDueAt }) => nextDueAt !== null && new Date(nextDueAt) <= clock.at)).toEqual([]);
    return all;
  }, SOON);
}

const kept = () => rowsThatTell(portee.database.ownerUrl, NEVER_STORED);

async function expectNobody(): Promise<void> {
  expect(await kept()).toEqual([]);
  const redisUrl = inject('redisUrl');
  if (redisUrl !== null) expect(await redisKeysThatTell(redisUrl, queuePrefix(TEST_SECRET_KEY, portee.database.ownerUrl), NEVER_STORED)).toEqual([]);
  expect(written).toContain('"level":30');
  expect(NEVER_STORED.filter((word) => written.includes(word))).toEqual([]);
}

describe('people who pass by under posts', () => {
  it('are found where one is planted', async () => {
    const [{ said }] = PASSERS_BY;
    await rows('UPDATE channel SET name = name || $1', [said]);
    expect(await kept()).toHaveLength(servers().length);
    await rows(`UPDATE channel SET name = replace(name, $1, '')`, [said]);
  });

  it('are in no table, no queue and no line of the log after every network was collected, though its answers name them', async () => {
    answerAll(crowded);
    const all = await collectAll();
    expect(all.map(({ trouble }) => trouble)).toEqual(servers().map(() => null));
    expect([...told.keys()].toSorted()).toEqual(servers().map(([name]) => name).toSorted());
    expect(await rows('SELECT 1 FROM post GROUP BY channel_id HAVING count(*) > 5')).toHaveLength(servers().length);
    await expectNobody();
  });

  it.each<{ name: string; edit: (json: unknown) => unknown }>([
    { name: 'are other than documented', edit: (json) => ({ ...people, surprise: crowded(json) }) },
    { name: 'are a list of people', edit: () => PASSERS_BY },
  ])('are not in what is kept of answers that $name', async ({ edit }) => {
    answerAll(edit);
    clock.pass(8 * 24);
    const all = await collectAll();
    expect(all.map(({ trouble }) => trouble)).toEqual(servers().map(() => 'unexpected-answer'));
    const answers = await rows<{ answer: string }>('SELECT kept_answer AS answer FROM ingestion_run WHERE kept_answer IS NOT NULL');
    expect(answers.map(({ answer }) => answer)).toContainEqual(expect.stringContaining('"…"'));
    await expectNobody();
  });

  it.each<{ name: string; fault: Fault }>([
    { name: 'half an answer', fault: { kind: 'truncated' } },
    { name: 'a page of theirs', fault: { kind: 'reply', text: `<title>Maintenance</title><p>${NEVER_STORED.join(' ')}` } },
    { name: 'their words alone', fault: { kind: 'reply', text: NEVER_STORED.join(' ') } },
  ])('are not in what is kept of $name', async ({ fault }) => {
    for (const [, { standIn }] of servers()) {
      standIn.mend();
      standIn.break(() => true, fault);
    }
    clock.pass(8 * 24);
    await collectAll();
    await expectNobody();
  });
});

describe('people who stand in a file', () => {
  it('are kept of one that Portée knows in no table, whatever column they stand in', async () => {
    const [header = '', ...lines] = fixture('facebook-posts.fr.csv').toString().split(/\r?\n/).filter((line) => line !== '');
    const withPeople = [`${header},Commentateurs`, ...lines.map((line) => `${line},"${NEVER_STORED.join(' ')}"`)].join('\n');
    expect(await importFile(visitor, { name: 'publications.csv', bytes: withPeople })).toMatchObject({ state: 'applied' });
    await expectNobody();
  });

  it('are kept of one whose columns somebody must tell until they have told, and no longer', async () => {
    const [{ name, said }] = PASSERS_BY;
    const text = ['Titre;Publié le;Personnes;Qui commente', `"Concert";"04/03/2025 18:30";"1 234";"${name} : ${said}"`].join('\n');
    const asked = await importFile(visitor, { name: 'commentaires.csv', bytes: text });
    expect(asked).toMatchObject({ state: 'needs-mapping' });
    expect((await kept()).map((row) => row.split(':')[0])).toEqual(['public.import', 'public.import_chunk']);
    await visitor.json('POST', `/api/v1/organisations/${visitor.slug}/imports/${asked.id}/mapping`, { columns: { text: 'Titre', published_at: 'Publié le', reach: 'Personnes' }, timeZone: 'Europe/Brussels', dateOrder: 'day-first', newChannel: { network: 'facebook', name: 'La page' } });
    expect(await settled(visitor, asked.id)).toMatchObject({ state: 'applied' });
    await expectNobody();
    const refused = await importFile(visitor, { name: 'autres.csv', bytes: text.replace('Qui commente', 'Qui répond') });
    await visitor.json('POST', `/api/v1/organisations/${visitor.slug}/imports/${refused.id}/decision`, { decision: 'refuse' });
    await expectNobody();
  });
});
