import { request } from 'node:http';
import type { ImportView } from '@portee/shared';
import { describe, expect, it, vi } from 'vitest';
import { askDatabase } from '../support/database-client.js';
import { bigPorteeCsv } from '../bench/big-files.js';
import { createDatabase } from '../support/database.js';
import { importFile, settled, upload } from '../support/imports.js';
import { startOver, startTestPortee } from '../support/portee.js';
import { firstMember, Visitor } from '../support/visitor.js';

/** Enough to be met while it is read. */
const ROWS = 60_000;
const cookieOf = (person: Visitor) => person.cookies().map(({ name, value }) => `${name}=${value}`).join('; ');

describe('a file that is being read', () => {
  it('waits again when its process is asked to stop, without a try lost, and is applied once by the next', async () => {
    const database = await createDatabase();
    const first = await startOver(database);
    const person = await firstMember(first.url ?? '');
    const { id } = await upload(person, { name: 'grand.csv', bytes: [...bigPorteeCsv(ROWS)].join('') });
    await vi.waitFor(async () => expect((await person.json<ImportView>('GET', `/api/v1/organisations/${person.slug}/imports/${id}`)).rows.read).toBeGreaterThan(0), { timeout: 30_000, interval: 20 });
    const began = Date.now();
    await first.stop();
    expect(Date.now() - began).toBeLessThan(9_000);
    expect(await numberFrom(database.ownerUrl, `SELECT attempts AS number FROM import WHERE state = 'waiting'`)).toBe(0);
    expect(await numberFrom(database.ownerUrl, 'SELECT count(*)::int AS number FROM post')).toBe(0);

    const next = await startOver(database);
    const back = Object.assign(new Visitor(next.url ?? '', { origin: next.url ?? '', cookie: cookieOf(person) }), { slug: person.slug });
    expect(await settled(back, id)).toMatchObject({ state: 'applied', outcome: { postsNew: ROWS } });
    await next.stop();
    await database.drop();
  });
});

describe('a file that is still being sent', () => {
  it('is cut when the program is asked to stop, and leaves nothing', async () => {
    const database = await createDatabase();
    const portee = await startOver(database);
    const person = await firstMember(portee.url ?? '');
    const headers = { origin: portee.url ?? '', cookie: cookieOf(person), 'content-type': 'multipart/form-data; boundary=B' };
    const sent = request(new URL(`/api/v1/organisations/${person.slug}/imports`, portee.url ?? ''), { method: 'POST', headers });
    const cut = new Promise((resolve) => { sent.on('error', resolve); });
    sent.write(`--B\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${'x'.repeat(2_000_000)}`);
    await vi.waitFor(async () => expect(await numberFrom(database.ownerUrl, `SELECT count(DISTINCT pid)::int AS number FROM pg_locks WHERE relation = 'import_chunk'::regclass`)).toBe(1), { timeout: 10_000 });
    const began = Date.now();
    await portee.stop();
    expect(Date.now() - began).toBeLessThan(9_000);
    expect(await cut).toMatchObject({ code: 'ECONNRESET' });
    expect(await numberFrom(database.ownerUrl, 'SELECT count(*)::int AS number FROM import')).toBe(0);
    await database.drop();
  });
});

describe('two installations on the same servers', () => {
  it('leave each other’s files alone', async () => {
    const homes = [await startTestPortee(), await startTestPortee()];
    try {
      const [person] = await Promise.all(homes.map(({ url }) => firstMember(url)));
      if (person === undefined) throw new Error('nobody');
      const began = Date.now();
      for (let file = 0; file < 4; file += 1) expect(await importFile(person, { name: 'a.csv', bytes: [...bigPorteeCsv(20 + file)].join('') })).toMatchObject({ state: 'applied' });
      expect(Date.now() - began).toBeLessThan(9_000); // a job taken by the other comes back with the sweep only, every ten seconds
    } finally {
      for (const home of homes) await home.stop();
    }
  });
});

const numberFrom = async (databaseUrl: string, sql: string): Promise<number | undefined> => (await askDatabase<{ number: number }>(databaseUrl, sql))[0]?.number;
