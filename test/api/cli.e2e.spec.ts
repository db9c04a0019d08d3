import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { withClient } from '../support/database-client.js';
import { type EndedCommand, runCommand, type TypedCommand } from '../support/command.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { startOver } from '../support/portee.js';
import { Visitor } from '../support/visitor.js';

const NOW = new Date('2026-11-23T20:00:00Z');
const CENTRE = ['--organisation', 'maison-des-arts'];
const HEADER = 'channel,network,post_id,published_at,format,paid,followers,reach,reach_organic,reach_paid,reach_followers,views,likes,comments,shares,saves,clicks,text,url,observed_at';

let database: TestDatabase;
let folder: string;

/** One command, as it would be typed. */
function portee(words: readonly string[], typed: Partial<TypedCommand> = {}): Promise<EndedCommand> {
  return runCommand(database, words, { now: NOW, ...typed });
}

async function json(words: readonly string[]): Promise<unknown> {
  return JSON.parse((await portee([...words, '--json'])).out);
}

async function file(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  await utimes(path, NOW, new Date('2026-11-20T08:00:00Z'));
  return path;
}

function post(id: number, reach: string): string {
  return `Notre page,facebook,${id},2026-10-${String(id).padStart(2, '0')}T18:00:00+02:00,photo,false,1200,${reach},,,,,10,1,2,,,Bonjour,,2026-11-15T10:00:00Z`;
}

beforeAll(async () => {
  database = await createDatabase();
  folder = await mkdtemp(join(tmpdir(), 'portee-cli-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database?.drop();
});

describe('a command', () => {
  it('that is not understood is told in the language of the terminal, with a code of its own', async () => {
    const cases: [readonly string[], RegExp][] = [
      [['dance'], /Commande inconnue : dance\./],
      [['demo', 'dance'], /Commande inconnue : dance\./],
      [['organisation', 'list', '--all'], /Option inconnue : --all\./],
      [['organisation', 'create'], /Il manque : name\./],
      [['channel', 'list'], /Il manque l’option --organisation <slug>\./],
      [['report', ...CENTRE, '--month', 'octobre'], /« octobre » ne convient pas pour --month : il faut un mois, par exemple 2026-10\./],
      [['token', 'create', ...CENTRE, '--role', 'king'], /il faut l’un de ceux-ci : owner, coordinator, contributor, reader\./],
    ];
    for (const [words, sentence] of cases) {
      const { code, out, err } = await portee(words);
      expect({ words, code, out }).toEqual({ words, code: 64, out: '' });
      expect(err.replaceAll('\u202F', ' ')).toMatch(sentence);
    }
    expect((await portee(['dance'], { language: 'en' })).err).toContain('Unknown command: dance.');
  });

  it('explains itself, with its exit codes, in both languages', async () => {
    const french = await portee(['--help']);
    expect(french.code).toBe(0);
    expect(french.out).toMatch(/Emploi.*portee/);
    expect(french.out).toContain('Codes de sortie');
    expect(french.out).not.toMatch(/Usage:|display help|Commands:/);
    expect((await portee(['import', '--help'], { language: 'en' })).out).toMatch(/Usage:.*import[\s\S]*--skip-rejected[\s\S]*--json/);
  });
});

describe('organisations, channels, people and keys', () => {
  it('creates organisations and lists them', async () => {
    const created = await portee(['organisation', 'create', 'Maison des arts']);
    expect(created).toMatchObject({ code: 0, out: 'maison-des-arts\n' });
    expect(await json(['organisation', 'list'])).toMatchObject([{ slug: 'maison-des-arts', name: 'Maison des arts', timeZone: 'Europe/Brussels' }]);
    const taken = await portee(['organisation', 'create', 'Autre', '--slug', 'maison-des-arts']);
    expect(taken).toMatchObject({ code: 3, out: '', err: expect.stringContaining('maison-des-arts') });
  });

  it('refuses an organisation that does not exist', async () => {
    expect(await portee(['channel', 'list', '--organisation', 'nulle-part'])).toMatchObject({ code: 3, out: '', err: expect.stringContaining('n’existe pas') });
  });

  it('adds channels, lists them and removes them by name', async () => {
    const added = await json(['channel', 'add', ...CENTRE, '--network', 'mastodon', '--name', 'Chez nous', '--audience', 'familles']);
    expect(added).toMatchObject({ network: 'mastodon', name: 'Chez nous', audience: 'familles', timeZone: 'Europe/Brussels' });
    expect((await portee(['channel', 'list', ...CENTRE])).out).toMatch(/^[\da-f-]{36} {2}mastodon {2}Chez nous {2}— {2}0\n$/);
    expect(await portee(['channel', 'remove', 'ailleurs', ...CENTRE])).toMatchObject({ code: 3 });
    expect(await portee(['channel', 'remove', 'chez nous', ...CENTRE])).toMatchObject({ code: 0 });
    expect(await json(['channel', 'list', ...CENTRE])).toEqual([]);
  });

  it('creates somebody who can sign in, and a key that opens one organisation until it is revoked', async () => {
    const person = ['user', 'create', ...CENTRE, '--email', 'claire@exemple.be', '--name', 'Claire', '--role', 'owner'];
    expect(await portee(person, { secret: 'court' })).toMatchObject({ code: 3 });
    expect(await portee(person, { secret: 'dix lettres au moins' })).toMatchObject({ code: 0 });
    expect(await portee(person, { secret: 'dix lettres au moins' })).toMatchObject({ code: 3, err: expect.stringContaining('déjà un compte') });
    const byFile = ['user', 'create', ...CENTRE, '--email', 'ahmed@exemple.be', '--name', 'Ahmed', '--password-file', await file('secret', ['dix lettres aussi'])];
    expect(await portee(byFile)).toMatchObject({ code: 0 });
    const key = await portee(['token', 'create', ...CENTRE, '--role', 'reader']);
    expect(key.out).toMatch(/^portee_[\w-]{43}\n$/);

    const running = await startOver(database, {}, { now: () => NOW });
    const url = running.url ?? '';
    expect((await new Visitor(url).post('/api/v1/session', { email: 'claire@exemple.be', password: 'dix lettres au moins' })).status).toBe(200);
    const program = new Visitor(url, { authorization: `Bearer ${key.out.trim()}` });
    expect((await program.get('/api/v1/organisations/maison-des-arts')).body).toMatchObject({ role: 'reader' });
    const [token] = z.array(z.object({ id: z.uuid(), role: z.literal('reader'), scopes: z.null(), expiresAt: z.iso.datetime() })).parse(await json(['token', 'list', ...CENTRE]));
    if (!token) throw new Error('the key is not listed');
    expect(await portee(['token', 'revoke', token.id, ...CENTRE])).toMatchObject({ code: 0 });
    expect((await program.get('/api/v1/organisations/maison-des-arts')).status).toBe(401);
    await running.stop();
    const narrow = ['token', 'create', ...CENTRE, '--scope', 'enter,read', '--name', 'billetterie'];
    expect(await json([...narrow, '--expires', '30'])).toMatchObject({ role: 'contributor', scopes: ['read', 'enter'], expiresAt: new Date(NOW.getTime() + 30 * 86_400_000).toISOString() });
    expect(await portee([...narrow, '--expires', 'never'])).toMatchObject({ code: 0, err: expect.stringContaining('n’expire jamais') });
    expect((await portee(['token', 'list', ...CENTRE])).out).toMatch(/contributor +read,enter +sans fin +billetterie/);
    expect(await portee(['token', 'create', ...CENTRE, '--scope', 'read,tout'])).toMatchObject({ code: 64, err: expect.stringContaining('read, enter, plan, manage, journal') });
    expect(await portee(['token', 'revoke', token.id, ...CENTRE])).toMatchObject({ code: 3 });
  });
});

describe('import', () => {
  it('applies a file here and now, makes its channels, and says the same file twice is nothing new', async () => {
    const path = await file('octobre.csv', [HEADER, ...[1, 2, 3, 4, 5, 6].map((id) => post(id, String(50 + id)))]);
    const first = await portee(['import', path, ...CENTRE]);
    expect(first).toMatchObject({ code: 0, out: '', err: expect.stringMatching(/importé.*6.lignes lues.*6.nouvelles/) });
    expect(await portee(['import', path, ...CENTRE])).toMatchObject({ code: 0, err: expect.stringContaining('rien de nouveau') });
    expect(await json(['channel', 'list', ...CENTRE])).toMatchObject([{ name: 'Notre page', network: 'facebook', posts: 6 }]);
  });

  it('takes the file’s date as the instant of download, unless another is given', async () => {
    const path = await file('date.csv', [HEADER, post(7, '60')]);
    expect(await json(['import', path, ...CENTRE])).toMatchObject([{ file: path, state: 'applied', observedAt: '2026-11-20T08:00:00.000Z' }]);
    expect(await json(['import', path, ...CENTRE, '--observed-at', '2026-11-21'])).toMatchObject([{ observedAt: '2026-11-21T22:59:00.000Z' }]);
    expect(await portee(['import', path, ...CENTRE, '--observed-at', 'hier'])).toMatchObject({ code: 64 });
    expect(await portee(['import', path, ...CENTRE, '--observed-at', '2027-06-01'])).toMatchObject({ code: 3 });
  });

  it('names each refused line with its cure, imports nothing, and asks for a decision', async () => {
    const path = await file('abime.csv', [HEADER, post(8, '61'), post(9, '-4')]);
    const ended = await portee(['import', path, ...CENTRE]);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toMatch(/rien n’est importé.*--skip-rejected/);
    expect(ended.err).toMatch(/\n {2}ligne 3/);
    expect(await json(['channel', 'list', ...CENTRE])).toMatchObject([{ posts: 7 }]);
    expect(await portee(['import', path, ...CENTRE, '--skip-rejected'])).toMatchObject({ code: 0 });
    expect(await json(['channel', 'list', ...CENTRE])).toMatchObject([{ posts: 8 }]);
  });

  it('tries every file; the worst of them gives the exit code', async () => {
    const good = await file('bon.csv', [HEADER, post(10, '62')]);
    const bad = await file('vide.csv', []);
    const ended = await portee(['import', bad, good, ...CENTRE, '--json']);
    expect(ended.code).toBe(3);
    expect(JSON.parse(ended.out)).toMatchObject([{ state: 'refused' }, { state: 'applied' }]);
    expect(await portee(['import', join(folder, 'absent.csv'), ...CENTRE])).toMatchObject({ code: 3, err: expect.stringContaining('absent.csv') });
    expect(await portee(['import', folder, ...CENTRE])).toMatchObject({ code: 3 });
  });

  it('refuses a channel nobody knows, and makes it where its network is told', async () => {
    const path = await file('autre.csv', [HEADER, post(11, '63').replace('Notre page', 'Les jeunes')]);
    expect(await portee(['import', path, ...CENTRE, '--channel', 'Les jeunes'])).toMatchObject({ code: 3, err: expect.stringContaining('Les jeunes') });
    expect(await portee(['import', path, ...CENTRE, '--channel', 'Les jeunes', '--network', 'facebook'])).toMatchObject({ code: 0 });
    expect(await json(['channel', 'list', ...CENTRE])).toMatchObject([{ name: 'Les jeunes', posts: 1 }, { name: 'Notre page' }]);
  });

  it('works while the program runs', async () => {
    const running = await startOver(database, {}, { now: () => NOW });
    const path = await file('pendant.csv', [HEADER, post(12, '64')]);
    expect(await portee(['import', path, ...CENTRE])).toMatchObject({ code: 0 });
    await running.stop();
  });
});

describe('plan', () => {
  it('is written as PDF, and given as JSON; without either it says what is missing', async () => {
    const out = join(folder, 'plan.pdf');
    const ended = await portee(['plan', ...CENTRE, '--out', out, '--language', 'nl', '--json']);
    expect(ended).toMatchObject({ code: 0, err: expect.stringContaining(out) });
    expect(JSON.parse(ended.out)).toMatchObject({ written: { version: 0 }, known: { channels: expect.any(Array) } });
    expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await portee(['plan', ...CENTRE])).toMatchObject({ code: 3, out: '' });
  });
});

describe('report', () => {
  it('writes the month as PDF, and gives its figures as JSON', async () => {
    const out = join(folder, 'octobre.pdf');
    const ended = await portee(['report', ...CENTRE, '--month', '2026-10', '--out', out, '--json']);
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.out)).toMatchObject({ month: '2026-10', organisation: { slug: 'maison-des-arts' } });
    expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await portee(['report', ...CENTRE, '--month', '2026-10'])).toMatchObject({ code: 3, out: '' });
    expect(await portee(['report', ...CENTRE, '--month', '2026-10', '--out', join(folder, 'nulle', 'part.pdf')])).toMatchObject({ code: 3 });
  });
});

describe('demo and rollups', () => {
  it('loads the demonstration once, whose rollups say what its snapshots say', async () => {
    expect(await portee(['demo', 'load'])).toMatchObject({ code: 0, out: 'demonstration\n' });
    expect(await json(['demo', 'load'])).toMatchObject({ slug: 'demonstration', isNew: false });
    const ended = await portee(['rollups', 'check']);
    expect(ended).toMatchObject({ code: 0, out: '', err: expect.stringMatching(/maison-des-arts.*aucune différence[\s\S]*demonstration.*aucune différence/) });
  });

  it('tells a rollup that was tampered with, whatever the column, and makes it anew', async () => {
    await tamper(`UPDATE post_stat SET likes = likes + 1, is_final = NOT is_final WHERE post_id = (SELECT post_id FROM post_stat WHERE likes > 0 ORDER BY post_id LIMIT 1)`);
    await tamper(`UPDATE channel_month SET figures = jsonb_set(figures, '{organic,median}', '0.5') WHERE month = '2026-10' AND figures #>> '{organic,median}' IS NOT NULL`);
    await tamper(`DELETE FROM channel_month WHERE month = '2026-08' AND channel_id = (SELECT id FROM channel WHERE network = 'facebook' AND organisation_id = organisation_id_by_slug('demonstration'))`);
    await tamper(`DELETE FROM post_stat WHERE post_id = (SELECT post_id FROM post_stat ORDER BY post_id DESC LIMIT 1)`);
    const ended = await portee(['rollups', 'check', '--organisation', 'demonstration', '--json']);
    expect(ended.code).toBe(4);
    const [checked] = z.array(z.object({ differences: z.array(z.object({ kind: z.string(), field: z.string() })) })).parse(JSON.parse(ended.out));
    expect([...new Set(checked?.differences.map(({ kind, field }) => `${kind} ${field}`))]).toEqual(expect.arrayContaining(['post likes', 'post isFinal', 'month organic', 'month row', 'post row']));
    expect((await portee(['rollups', 'check'])).err).toMatch(/likes vaut \d+, les relevés donnent \d+/);
    expect(await portee(['rollups', 'rebuild', '--organisation', 'demonstration'])).toMatchObject({ code: 0 });
    expect(await portee(['rollups', 'check'])).toMatchObject({ code: 0 });
  });

  it('removes the demonstration, once', async () => {
    expect(await json(['demo', 'remove'])).toEqual({ removed: true });
    expect(await json(['demo', 'remove'])).toEqual({ removed: false });
    expect(await json(['organisation', 'list'])).toMatchObject([{ slug: 'maison-des-arts' }]);
  });
});

/** Writes past the writer, as the demonstration. */
async function tamper(sql: string): Promise<void> {
  const { rowCount } = await withClient(database.ownerUrl, async (client) => {
    await client.query(`SELECT set_config('app.organisation_id', organisation_id_by_slug('demonstration')::text, false)`);
    return client.query(sql);
  });
  expect(rowCount).toBeGreaterThan(0);
}
