import type { Channel, ImportView, MonthlyFigure } from '@portee/shared';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Channel as ChannelEntity } from '../../apps/api/src/channels/channel.entity.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { checkRollups } from '../../apps/api/src/posts/check-rollups.js';
import { importFile, settled, upload } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

let portee: TestPortee;
let visitor: Member;
/** Holds the ledger from outside, so that everybody has to wait. */
let holder: Client;
/** Looks on: within its transaction the holder would see the same picture again and again. */
let watcher: Client;

beforeAll(async () => {
  portee = await startTestPortee();
  visitor = await firstMember(portee.url);
  holder = new Client({ connectionString: portee.database.ownerUrl });
  watcher = new Client({ connectionString: portee.database.ownerUrl });
  await Promise.all([holder.connect(), watcher.connect()]);
});
afterAll(async () => {
  await Promise.all([holder?.end(), watcher?.end()]);
  await portee?.stop();
});

const own = (path: string) => `/api/v1/organisations/${visitor.slug}${path}`;
const file = (reach: number) => `channel,network,post_id,published_at,followers,reach,observed_at\n${Array.from({ length: 40 }, (_, post) => `La page,facebook,p${post},2025-0${1 + (post % 9)}-10T22:30:00Z,1000,${reach + post},2026-0${reach > 100 ? 2 : 1}-01T00:00:00Z`).join('\n')}\n`;

async function waiting(): Promise<number> {
  const { rows } = await watcher.query<{ number: number }>('SELECT count(DISTINCT l.pid)::int AS number FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE a.datname = current_database() AND NOT l.granted');
  return rows[0]?.number ?? 0;
}

describe('writers of one organisation', () => {
  it('take turns: an import, the undoing of another, a new time zone, figures by hand and a deletion leave figures that agree', async () => {
    const { id: channelId } = await visitor.json<Channel>('POST', own('/channels'), { network: 'facebook', name: 'La page' });
    const first = await importFile(visitor, { name: 'premier.csv', bytes: file(50) });
    const spare = await visitor.json<Channel>('POST', own('/channels'), { network: 'facebook', name: 'De trop' });

    const { id: organisationId } = await visitor.json<{ id: string }>('GET', own(''));
    await holder.query('BEGIN');
    await holder.query(`SELECT set_config('app.organisation_id', $1, true)`, [organisationId]);
    expect((await holder.query('SELECT 1 FROM organisation FOR NO KEY UPDATE')).rowCount).toBe(1);
    const second = await upload(visitor, { name: 'second.csv', bytes: file(500) });
    const others = [
      visitor.ask('DELETE', own(`/imports/${first.id}`)),
      visitor.ask('PATCH', own(`/channels/${channelId}`), { body: { timeZone: 'Asia/Tokyo' } }),
      visitor.ask('POST', own(`/channels/${channelId}/followers`), { body: { readings: [{ day: '2025-01-01', followers: 900 }] } }),
      visitor.ask('DELETE', own(`/channels/${spare.id}`)),
    ];
    await vi.waitFor(async () => expect(await waiting()).toBe(1 + others.length), { timeout: 30_000 });
    await holder.query('COMMIT');

    expect((await Promise.all(others)).map(({ status }) => status).filter((status) => status >= 400 && status !== 409)).toEqual([]);
    expect(await settled(visitor, second.id)).toMatchObject({ state: 'applied' });
    const differences = await portee.running.app.get(TenantTransaction, { strict: false }).run(organisationId, async (manager) => {
      const channel = await manager.findOneByOrFail(ChannelEntity, { organisationId, id: channelId });
      expect(channel.timeZone).toBe('Asia/Tokyo');
      return (await checkRollups(manager, organisationId, channel)).differences;
    });
    expect(differences).toEqual([]);
    expect(await visitor.json('GET', own('/posts?sort=-reach&limit=1'))).toMatchObject({ total: 40, items: [{ reach: 539 }] });
  });

  it('may type in the same figure at the same instant: the last one stands', async () => {
    const { id } = await visitor.json<Channel>('POST', own('/channels'), { network: 'facebook', name: 'À la main' });
    const typed = (value: number) => visitor.ask('POST', own(`/channels/${id}/monthly-figures`), { body: { month: '2026-01', measure: 'reach', value, basis: 'people_period' } });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, value) => typed(value)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await visitor.json<MonthlyFigure[]>('GET', own(`/channels/${id}/monthly-figures`))).toHaveLength(1);
  });

  it('applies the same file handed in twice at once only once', async () => {
    const page = file(50).replaceAll('La page', 'Deux onglets');
    const views = await Promise.all([upload(visitor, { name: 'a.csv', bytes: page }), upload(visitor, { name: 'a.csv', bytes: page })]);
    const done: ImportView[] = [];
    for (const { id } of views) done.push(await settled(visitor, id));
    expect(done.map(({ outcome }) => outcome?.snapshotsNew ?? -1).toSorted((a, b) => a - b)).toEqual([0, 40]);
    const undone = await Promise.all(done.flatMap(({ id }) => [visitor.delete(own(`/imports/${id}`)), visitor.delete(own(`/imports/${id}`))]));
    expect(undone.every(({ status }) => status === 200 || status === 409)).toBe(true);
  });
});
