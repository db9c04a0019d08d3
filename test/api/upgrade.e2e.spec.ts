import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateToNothing, migrateUpTo } from '../../apps/api/src/archives/migration-steps.js';
import { openArchive } from '../../apps/api/src/archives/open-archive.js';
import { fillInstallation } from '../../apps/api/src/archives/restore-installation.js';
import { writeArchiveFile } from '../../apps/api/src/archives/write-archive-file.js';
import { writeBackup } from '../../apps/api/src/archives/write-backup.js';
import { migrateDatabase, ownerDataSource } from '../../apps/api/src/database/migrate-database.js';
import { migrations } from '../../apps/api/src/database/migrations/index.js';
import { allRows } from '../support/all-rows.js';
import { runCommand } from '../support/command.js';
import { createDatabase, TEST_SECRET_KEY, type TestDatabase } from '../support/database.js';
import { askDatabase } from '../support/database-client.js';
import { fillEveryTable } from '../support/every-table.js';
import { addOrganisation, openLedger } from '../support/ledger.js';
import { startOver } from '../support/portee.js';
import { Visitor } from '../support/visitor.js';

const NOW = new Date('2026-11-30T20:00:00Z');
const names = migrations.map((Migration) => new Migration().name);
/** The first, the one before the newest, and some between; each of them in the long tier. */
const levels = process.env['PORTEE_TEST_TIER'] === 'long' ? names : [0, 8, 16, names.length - 2].flatMap((index) => names[index] ?? []);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portee-upgrade-'));
  await writeArchives();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = (level: string) => join(folder, `${level}.zip`);

/** An archive of each level, from one filled installation that is taken down step by step: rows of what is left stay as they are. */
async function writeArchives(): Promise<void> {
  const ledger = await openLedger();
  const { ownerUrl } = ledger.database;
  const made = await addOrganisation(ledger.transaction, 'ancien');
  await ledger.transaction.run(made.id, (manager) => fillEveryTable(manager, made, 'ancien'));
  await askDatabase(ownerUrl, `
    INSERT INTO auth."user" (id, name, email, "emailVerified") VALUES ('u', 'Élodie', 'elodie@cerisier.example', true);
    INSERT INTO auth.account (id, "accountId", "providerId", "userId", password, "updatedAt") VALUES ('a', 'u', 'credential', 'u', 'hash', now());
    INSERT INTO auth."twoFactor" (id, secret, "backupCodes", "userId") VALUES ('f', 'x', 'y', 'u');
    INSERT INTO host (person_id) VALUES ('u');
    INSERT INTO centre_group VALUES ('facebook', '2025-03', 6, 4.5, 6, 7.5, now());
    INSERT INTO network_application (network, client_id, key_id, sealed, registered_at) SELECT 'facebook', 'c', id, 'x', now() FROM encryption_key LIMIT 1;
    INSERT INTO network_wait VALUES ('facebook', 'application', now())`);
  const source = await ownerDataSource(ownerUrl).initialize();
  for (const level of names.toReversed()) {
    if (levels.includes(level)) await writeArchiveFile(fileOf(level), NOW, (archive) => writeBackup({ ownerUrl, secretKey: TEST_SECRET_KEY, withKey: false, now: NOW }, archive));
    await source.undoLastMigration();
  }
  await source.destroy();
  await ledger.close();
}

/** Puts an installation where the named migration left it, with the rows of that time. */
async function installAt(level: string, { ownerUrl }: TestDatabase): Promise<void> {
  const archive = await openArchive(fileOf(level));
  const source = await ownerDataSource(ownerUrl).initialize();
  const runner = source.createQueryRunner();
  await runner.startTransaction();
  await migrateToNothing(runner);
  await migrateUpTo(runner, new Set(names.slice(0, names.indexOf(level) + 1)));
  const client: ClientBase = await runner.connect();
  await fillInstallation(client, archive);
  await runner.commitTransaction();
  await source.destroy();
  archive.close();
}

/** Rows with the columns that they had before: what a later version adds is none of what could be lost. */
function withColumnsOf(before: readonly string[], after: readonly string[]): string[] {
  const columns = Object.keys(JSON.parse(before[0] ?? '{}'));
  return after.map((row) => project(row, columns)).toSorted();
}

function project(row: string, columns: readonly string[]): string {
  const values = new Map(Object.entries(JSON.parse(row)));
  return JSON.stringify(columns.toSorted().map((column) => [column, values.get(column)]));
}

describe.each(levels)('an installation that %s left', (level) => {
  let database: TestDatabase;
  let before: Record<string, string[]>;
  beforeAll(async () => {
    database = await createDatabase();
    await installAt(level, database);
    before = await allRows(database.ownerUrl);
  });
  afterAll(() => database.drop());

  it('had a row in every table, of which none is lost', async () => {
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
    await migrateDatabase(database.ownerUrl, TEST_SECRET_KEY);
    const after = await allRows(database.ownerUrl);
    for (const [table, rows] of Object.entries(before)) expect(withColumnsOf(rows, after[table] ?? []), table).toEqual(withColumnsOf(rows, rows));
  });

  it('starts, and answers on its pages', async () => {
    const words = ['user', 'create', '--organisation', 'ancien', '--email', 'neuve@cerisier.example', '--name', 'Neuve', '--role', 'owner'];
    expect(await runCommand(database, words, { now: NOW, secret: 'un mot de passe assez long' })).toMatchObject({ code: 0 });
    const running = await startOver(database, { role: 'api', dataFolder: folder });
    const visitor = new Visitor(running.url ?? '', { origin: running.url ?? '' });
    await visitor.json('POST', '/api/v1/session', { email: 'neuve@cerisier.example', password: 'un mot de passe assez long' });
    const doors = ['', '/channels', '/posts', '/imports', '/insights/reach?from=2025-01-01&to=2025-12-31', '/recommendations', '/plan/lines', '/plan/calendar?from=2025-03-01&to=2025-03-31', '/reports/2025-02', '/people', '/audit', '/themes'];
    const answers = [];
    for (const door of doors) answers.push([door, (await visitor.get(`/api/v1/organisations/ancien${door}`)).status]);
    await running.stop();
    expect(answers).toEqual(doors.map((door) => [door, 200]));
  });
});
