import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFilesFr } from '../../apps/api/src/archives/export-files.fr.js';
import { MEMBERS, NOT_EXPORTED } from '../../apps/api/src/archives/exported-tables.js';
import { askDatabase, withClient } from '../support/database-client.js';
import { runCommand } from '../support/command.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { fillEveryTable } from '../support/every-table.js';
import { addChannel, addOrganisation, openLedger, reading, type TestLedger, write } from '../support/ledger.js';
import { readArchiveFiles, withManifest } from '../support/rewrite-archive.js';
import { everyTable, sharedTables } from '../support/whole-database.js';

const NOW = new Date('2026-11-30T20:00:00Z');
let ledger: TestLedger;
let folder: string;
let file: string;
let organisation: { id: string; timeZone: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portee-export-'));
  ledger = await openLedger();
  organisation = await addOrganisation(ledger.transaction, 'cerisier');
  const other = await addOrganisation(ledger.transaction, 'autre');
  await askDatabase(ledger.database.ownerUrl, `INSERT INTO auth."user" (id, name, email, "emailVerified") VALUES ('somebody', '=Élodie', 'elodie@cerisier.example', true)`);
  for (const made of [organisation, other]) await ledger.transaction.run(made.id, (manager) => fillEveryTable(manager, made, made.id));
  const texts = ['', `'=1+1`, '=HYPERLINK("x")', 'a"b,c\r\nd', '＝x', ...fc.sample(fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replaceAll(/[\0\uD800-\uDFFF]/g, '')), 200)];
  await ledger.transaction.run(organisation.id, async (manager) => {
    const channel = await addChannel(manager, organisation, 'instagram');
    await manager.query(`UPDATE channel SET state = 'connected', next_due_at = now() WHERE id = $1`, [channel.id]);
    await manager.query(`UPDATE report_mailing SET mode = 'automatic' WHERE organisation_id = $1`, [organisation.id]);
    await write(manager, organisation.id, { channel, observedAt: '2025-04-01T10:00:00Z', posts: texts.map((text, index) => reading(`t${index}`, '2025-03-01T10:00:00Z', { text })) });
  });
  file = await exportFrom(ledger.database, { slug: 'cerisier', name: 'first' });
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

const command = (database: TestDatabase, words: readonly string[]) => runCommand(database, words, { now: NOW });

async function exportFrom(database: TestDatabase, { slug, name }: { slug: string; name: string }): Promise<string> {
  const path = join(folder, `${name}.zip`);
  expect(await command(database, ['export', path, '--organisation', slug])).toMatchObject({ code: 0 });
  return path;
}

async function elsewhere(work: (database: TestDatabase) => Promise<void>): Promise<void> {
  const database = await createDatabase();
  try {
    await work(database);
  } finally {
    await database.drop();
  }
}

/** Its files without what tells when it was written, and what a restore changes on purpose: who is let in, what is connected, what is sent by itself, and the journal's lines of the first two. */
async function comparable(path: string): Promise<Record<string, string>> {
  const files = [...(await readArchiveFiles(path))].filter(([name]) => name.endsWith('.csv') && !/(member|audit_entry|report_mailing|\/channel)\.csv$/.test(name));
  return Object.fromEntries(files);
}

describe('everything an organisation has', () => {
  it('is every table of the catalogue, but those that are left out for a reason', async () => {
    const tables = await withClient(ledger.database.ownerUrl, async (client) => {
      const shared = await sharedTables(client);
      return (await everyTable(client)).filter((table) => table.startsWith('public.') && !shared.has(table)).map((table) => table.slice('public.'.length));
    });
    const decided = [...Object.keys(exportFilesFr).filter((table) => table !== MEMBERS.table), ...Object.keys(NOT_EXPORTED)];
    expect(decided.toSorted()).toEqual(tables.toSorted());
    const files = await readArchiveFiles(file);
    expect(Object.keys(exportFilesFr).filter((table) => !files.has(`data/${table}.csv`))).toEqual([]);
  });

  it('holds no secret: no column that looks like one leaves, and no row of another organisation', async () => {
    const columns = await askDatabase<{ name: string }>(ledger.database.ownerUrl, `
      SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name ~ '(token|secret|password|hash|sealed|key_id)' ORDER BY 1`);
    const leaving = columns.map(({ name }) => name).filter((name) => (name.split('.')[0] ?? '') in exportFilesFr);
    // All it does is stop the mails to one address.
    expect(leaving).toEqual(['report_recipient.stop_token']);
    const text = [...(await readArchiveFiles(file)).values()].join('\n');
    const [other] = await askDatabase<{ id: string }>(ledger.database.ownerUrl, `SELECT organisation_id_by_slug('autre') AS id`);
    expect(text).not.toContain(other?.id);
  });

  it('explains each file in three languages, and runs nothing in a spreadsheet', async () => {
    const files = await readArchiveFiles(file);
    for (const name of [...files.keys()].filter((path) => path.endsWith('.csv'))) expect(files.get('README.md')?.split(`- ${name}: `).length, name).toBe(4);
    expect(files.get('data/post.csv')).not.toMatch(/,"?[=@]/);
    expect(files.get('data/member.csv')).toContain(`'=Élodie,elodie@cerisier.example,owner`);
  });
});

describe('an archive of an organisation', () => {
  it('comes back into an empty installation as it was, and is the same when it leaves again', async () => {
    await elsewhere(async (other) => {
      const restored = await runCommand(other, ['restore', file, '--json'], { now: NOW });
      expect(restored).toMatchObject({ code: 0 });
      expect(JSON.parse(restored.out)).toMatchObject({ id: organisation.id, slug: 'cerisier', name: 'cerisier', invitations: [{ email: 'elodie@cerisier.example', role: 'owner', link: expect.stringMatching(/\/invitation#\S+/) }] });
      const again = await exportFrom(other, { slug: 'cerisier', name: 'again' });
      expect(await comparable(again)).toEqual(await comparable(file));
      const channels = await withClient(other.ownerUrl, async (client) => {
        await client.query(`SELECT set_config('app.organisation_id', $1, false)`, [organisation.id]);
        return (await client.query('SELECT network, state FROM channel ORDER BY 1')).rows;
      });
      const sending = await withClient(other.ownerUrl, async (client) => {
        await client.query(`SELECT set_config('app.organisation_id', $1, false)`, [organisation.id]);
        return (await client.query('SELECT mode FROM report_mailing')).rows;
      });
      expect(sending, 'two of the same would both write to the board').toEqual([{ mode: 'off' }]);
      expect(channels).toEqual([expect.objectContaining({ network: 'facebook' }), { network: 'instagram', state: 'needs-reconnection' }]);
    });
  });

  it('is added beside the one it was written from under another name, which loses nothing by it', async () => {
    const before = await comparable(await exportFrom(ledger.database, { slug: 'cerisier', name: 'before' }));
    expect(await command(ledger.database, ['restore', file])).toMatchObject({ code: 0, err: expect.stringContaining('cerisier-2') });
    expect(await comparable(await exportFrom(ledger.database, { slug: 'cerisier', name: 'after' }))).toEqual(before);
    const copy = await comparable(await exportFrom(ledger.database, { slug: 'cerisier-2', name: 'copy' }));
    expect({ ...copy, 'data/organisation.csv': '' }).toEqual({ ...before, 'data/organisation.csv': '' });
  });

  it('lets nobody in by itself, and replaces nothing', async () => {
    await elsewhere(async (other) => {
      await command(other, ['restore', file]);
      expect(await askDatabase(other.ownerUrl, 'SELECT id FROM auth."user"')).toEqual([]);
      expect(await command(other, ['restore', file, '--replace', '--yes'])).toMatchObject({ code: 3, err: expect.stringContaining('sans en remplacer') });
    });
  });

  it('that was changed changes nothing', async () => {
    const wrong = await withManifest(file, { into: join(folder, 'wrong.zip'), change: (manifest) => ({ ...manifest, parts: manifest.parts.map((part) => ({ ...part, tables: [...part.tables, { schema: 'public', table: 'api_token', columns: ['id'], rows: 0, file: null }] })) }) });
    await writeFile(join(folder, 'empty.zip'), '');
    await elsewhere(async (other) => {
      expect(await command(other, ['restore', wrong])).toMatchObject({ code: 3, err: expect.stringContaining('api_token') });
      expect(await command(other, ['restore', join(folder, 'empty.zip')])).toMatchObject({ code: 3 });
      expect(await askDatabase(other.ownerUrl, 'SELECT organisation_ids()')).toEqual([]);
    });
  });
});

