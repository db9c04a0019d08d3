import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveManifest } from '../../apps/api/src/archives/archive-manifest.js';
import { openArchive } from '../../apps/api/src/archives/open-archive.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { askDatabase } from '../support/database-client.js';
import { runCommand } from '../support/command.js';
import { fillEveryTable } from '../support/every-table.js';
import { addChannel, addOrganisation, openLedger, reading, type TestLedger, write } from '../support/ledger.js';
import { readArchiveFiles, withManifest, writeArchiveFiles } from '../support/rewrite-archive.js';
import { allRows } from '../support/all-rows.js';

const NOW = new Date('2026-11-30T20:00:00Z');
let ledger: TestLedger;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portee-backup-'));
  ledger = await openLedger();
  for (const name of ['premier', 'second']) {
    const made = await addOrganisation(ledger.transaction, name);
    await ledger.transaction.run(made.id, (manager) => fillEveryTable(manager, made, name));
  }
  await askDatabase(ledger.database.ownerUrl, `
    INSERT INTO auth."user" (id, name, email, "emailVerified") VALUES ('u', 'Élodie', 'elodie@cerisier.example', true);
    INSERT INTO auth.account (id, "accountId", "providerId", "userId", password, "updatedAt") VALUES ('a', 'u', 'credential', 'u', 'hash', now());
    INSERT INTO auth.session (id, "expiresAt", token, "updatedAt", "userId") VALUES ('s', now(), 't', now(), 'u');
    INSERT INTO auth."twoFactor" (id, secret, "backupCodes", "userId") VALUES ('f', 'x', 'y', 'u');
    INSERT INTO host (person_id) VALUES ('u');
    INSERT INTO centre_group VALUES ('facebook', '2025-03', 6, 4.5, 6, 7.5, now());
    INSERT INTO worker_beat VALUES (gen_random_uuid(), now(), now());
    INSERT INTO network_application (network, client_id, key_id, sealed, registered_at) SELECT 'facebook', 'c', id, 'x', now() FROM encryption_key LIMIT 1;
    INSERT INTO network_wait VALUES ('facebook', 'application', now())`);
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

const command = (database: TestDatabase, words: readonly string[], typed: { secret?: string; answer?: string; environment?: Record<string, string> } = {}) => runCommand(database, words, { now: NOW, ...typed });

/** A backup of what stands, under a name of its own. */
async function backUp(name: string, flags: string[] = []): Promise<string> {
  const file = join(folder, `${name}.zip`);
  expect(await command(ledger.database, ['backup', file, ...flags])).toMatchObject({ code: 0 });
  return file;
}

/** An empty installation for one test. */
async function elsewhere(work: (database: TestDatabase) => Promise<void>): Promise<void> {
  const database = await createDatabase();
  try {
    await work(database);
  } finally {
    await database.drop();
  }
}

describe('a backup that is restored', () => {
  it('is the same in every table, none of them empty', async () => {
    const file = await backUp('whole');
    await elsewhere(async (other) => {
      expect(await command(other, ['restore', file])).toMatchObject({ code: 0 });
      const [before, after] = [await allRows(ledger.database.ownerUrl), await allRows(other.ownerUrl)];
      expect(after).toEqual(before);
      expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
    });
  });

  it('brings back no device that was signed in', async () => {
    const file = await backUp('devices');
    await elsewhere(async (other) => {
      await command(other, ['restore', file]);
      expect(await askDatabase(other.ownerUrl, 'SELECT id FROM auth.session')).toEqual([]);
    });
  });

  it('keeps every text as it is, what a spreadsheet could run and what looks like no text included', async () => {
    const nasty = ['', 'NULL', '\\N', '\\.', `'=1+1`, '=HYPERLINK("x")', `''=x`, 'a"b,c\r\nd', '＝x', '\t', '-1', '{"a"}', 'é\u{1F600}'];
    const texts = [...nasty, ...fc.sample(fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll(/[\0\uD800-\uDFFF]/g, '')), 400)];
    const made = await addOrganisation(ledger.transaction, 'textes');
    await ledger.transaction.run(made.id, async (manager) => {
      const channel = await addChannel(manager, made, 'facebook');
      await write(manager, made.id, { channel, observedAt: '2025-04-01T10:00:00Z', posts: texts.map((text, index) => reading(String(index), '2025-03-01T10:00:00Z', { text, themes: [`"${text}`, ''] })) });
    });
    const file = await backUp('texts');
    await elsewhere(async (other) => {
      expect(await command(other, ['restore', file])).toMatchObject({ code: 0 });
      expect(await allRows(other.ownerUrl)).toEqual(await allRows(ledger.database.ownerUrl));
    });
    const csv = (await readArchiveFiles(file)).get(`organisations/${made.id}/post.csv`);
    expect(csv).toContain(`'=HYPERLINK(`);
    expect(csv).not.toMatch(/,"?[=@]/);
  });

  it('is one instant, whatever is written meanwhile', async () => {
    const made = await addOrganisation(ledger.transaction, 'ecrivain');
    let isOver = false;
    const writer = (async () => {
      for (let number = 0; !isOver; number += 1) {
        await ledger.transaction.run(made.id, async (manager) => {
          await manager.query(`INSERT INTO theme (organisation_id, id, name) VALUES ($1, gen_random_uuid(), $2)`, [made.id, `a${number}`]);
          await manager.query(`INSERT INTO column_mapping VALUES ($1, $2, '{}', now())`, [made.id, `a${number}`]);
        });
      }
    })();
    const file = await backUp('instant').finally(() => (isOver = true));
    await writer;
    const { manifest, close } = await openArchive(file);
    close();
    const rows = Object.fromEntries(manifest.parts.find(({ organisationId }) => organisationId === made.id)?.tables.map((table) => [table.table, table.rows]) ?? []);
    expect(rows['theme']).toBeGreaterThan(0);
    expect(rows['column_mapping']).toBe(rows['theme']);
  });
});

describe('restore refuses', () => {
  it('an installation in which there is something, until it may erase it', async () => {
    const file = await backUp('again');
    await elsewhere(async (other) => {
      await command(other, ['organisation', 'create', 'Autre centre']);
      const before = await allRows(other.ownerUrl);
      expect(await command(other, ['restore', file])).toMatchObject({ code: 3, err: expect.stringContaining('--replace') });
      expect(await command(other, ['restore', file, '--replace'], { answer: 'oui' })).toMatchObject({ code: 3, err: expect.stringContaining('Pas confirmé') });
      expect(await allRows(other.ownerUrl)).toEqual(before);
      expect(await command(other, ['restore', file, '--replace'], { answer: 'Remplacer' })).toMatchObject({ code: 0 });
      expect(await allRows(other.ownerUrl)).toEqual(await allRows(ledger.database.ownerUrl));
      expect(await command(other, ['restore', file, '--replace', '--yes'])).toMatchObject({ code: 0 });
    });
  });

  it('what was cut, changed, or is something else', async () => {
    const file = await backUp('damaged');
    const bytes = await readFile(file);
    const wrong = join(folder, 'wrong.zip');
    // After its local header, which nobody reads (the list at the end of the zip says the same), and its name.
    const inFirstFile = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28) + 10;
    await elsewhere(async (other) => {
      for (const [what, damage, sentence] of [
        ['cut in the middle', bytes.subarray(0, bytes.length / 2), 'abîmée'],
        ['cut at its end', bytes.subarray(0, -5), 'abîmée'],
        ['another byte', Buffer.concat([bytes.subarray(0, inFirstFile), Buffer.from([(bytes[inFirstFile] ?? 0) ^ 0xff]), bytes.subarray(inFirstFile + 1)]), 'abîmée'],
        ['no archive', Buffer.from('channel,network\n'), 'abîmée'],
      ] as const) {
        await writeFile(wrong, damage);
        expect(await command(other, ['restore', wrong]), what).toMatchObject({ code: 3, err: expect.stringContaining(sentence) });
      }
      expect(await command(other, ['restore', join(folder, 'none.zip')])).toMatchObject({ code: 3, err: expect.stringContaining('n’existe pas') });
      expect(await askDatabase(other.ownerUrl, 'SELECT organisation_ids()')).toEqual([]);
    });
  });

  it('to write over a file, and leaves none behind where it cannot finish', async () => {
    const file = await backUp('once');
    expect(await command(ledger.database, ['backup', file])).toMatchObject({ code: 3, err: expect.stringContaining('existe déjà') });
    expect(await command(ledger.database, ['backup', join(folder, 'none/x.zip')])).toMatchObject({ code: 3, err: expect.stringContaining('ne peut pas être écrite') });
  });
});

describe('an archive made to harm', () => {
  let file: string;
  let other: TestDatabase;
  beforeAll(async () => {
    [file, other] = [await backUp('unharmed'), await createDatabase()];
  });
  afterAll(() => other.drop());

  it.each<[string, (manifest: ArchiveManifest) => unknown, string]>([
    ['of migrations that are not known yet', (manifest) => ({ ...manifest, migrations: [...manifest.migrations, 'FromTheFuture9999999999999'] }), 'version plus récente'],
    ['of a later layout', (manifest) => ({ ...manifest, version: 2, parts: 'otherwise' }), 'version plus récente'],
    ['with a table that is none', (manifest) => ({ ...manifest, parts: [{ organisationId: null, tables: [{ schema: 'public', table: 'pg_authid', columns: ['x'], rows: 0, file: null }] }] }), 'pg_authid'],
    ['with a table’s name that goes on', (manifest) => ({ ...manifest, parts: [{ organisationId: null, tables: [{ schema: 'public', table: 'post"; DROP TABLE post; --', columns: ['x'], rows: 0, file: null }] }] }), 'manifest.json'],
    ['with sessions', (manifest) => ({ ...manifest, parts: [{ organisationId: null, tables: [{ schema: 'auth', table: 'session', columns: ['id'], rows: 0, file: null }] }] }), 'auth.session'],
    ['with rows of everybody among those of nobody', (manifest) => ({ ...manifest, parts: manifest.parts.map((part) => ({ ...part, organisationId: null })) }), 'abîmée'],
    ['with fewer rows than it says', (manifest) => ({ ...manifest, parts: manifest.parts.map((part) => ({ ...part, tables: part.tables.map((table) => ({ ...table, rows: table.rows * 2 })) })) }), 'abîmée'],
  ])('%s changes nothing', async (name, change, sentence) => {
    const wrong = await withManifest(file, { into: join(folder, `${name}.zip`), change });
    const before = await allRows(other.ownerUrl);
    expect(await command(other, ['restore', wrong])).toMatchObject({ code: 3, err: expect.stringContaining(sentence) });
    expect(await allRows(other.ownerUrl)).toEqual(before);
  });

  it('is refused before it is opened where it would not end, or names files outside itself', async () => {
    const files = await readArchiveFiles(file);
    const bomb = await writeArchiveFiles(join(folder, 'bomb.zip'), new Map<string, string | Buffer>([...files, ['zeros.csv', Buffer.alloc(200 * 1024 * 1024)]]));
    expect(await command(ledger.database, ['restore', bomb])).toMatchObject({ code: 3, err: expect.stringContaining('démesurément') });
    const bytes = await readFile(await writeArchiveFiles(join(folder, 'outside.zip'), new Map([...files, ['aa/aa/secret', 'x']])));
    await writeFile(join(folder, 'outside.zip'), Buffer.from(bytes.toString('latin1').replaceAll('aa/aa/secret', '../../secret'), 'latin1'));
    expect(await command(ledger.database, ['restore', join(folder, 'outside.zip')])).toMatchObject({ code: 3, err: expect.stringContaining('abîmée') });
  });
});

describe('the secret key', () => {
  const another = { environment: { PORTEE_SECRET_KEY: 'another-key-another-key-another-1' } };

  it('is apart unless asked for, and its lack is said where another one is used', async () => {
    const file = await backUp('keyless');
    expect((await readFile(file)).includes('secret-key.txt')).toBe(false);
    await elsewhere(async (other) => {
      expect(await command(other, ['restore', file], another)).toMatchObject({ code: 0, err: expect.stringContaining('keys rotate --previous-secret-stdin') });
    });
  });

  it('of another installation is refused', async () => {
    const file = await backUp('foreign');
    await elsewhere(async (other) => {
      expect(await command(other, ['restore', file, '--secret-key-stdin'], { ...another, secret: 'not-this-one-not-this-one-not-th' })).toMatchObject({ code: 3, err: expect.stringContaining('pas celle') });
    });
  });
});
