import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { addBenchOrganisation, type BenchDatabase } from './bench-database.js';
import { bigPorteeCsv } from './big-files.js';
import type { ImportTask, ImportTiming } from './import-child.js';
import { type Measure, median } from './verdict.js';

const run = promisify(execFile);
const ROWS = 50_000;
const FEW_ROWS = 20_000;
const MANY_ROWS = 200_000;
const RUNS = 3;
const MEGABYTE = 1024 * 1024;

/** Imports a file with the built program, and copies the rows it made with COPY alone into tables with the same keys. */
export async function measureImport(database: BenchDatabase): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'portee-files-'));
  try {
    const organisationId = await addBenchOrganisation(database);
    const file = await writeFile(folder, ROWS);
    const timings: ImportTiming[] = [];
    for (let index = 0; index < RUNS; index += 1) timings.push(await importInChild({ applicationUrl: database.applicationUrl, organisationId, file }));
    const floors = await timeCopy(database);
    // The reading process is the same whichever database it writes to: its memory is measured once.
    const memory = database.kind === 'embedded' ? [await measureMemory(database, organisationId, folder)] : [];
    return [...speedLines(database, timings, floors), ...memory];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function speedLines(database: BenchDatabase, timings: readonly ImportTiming[], floors: readonly number[]): Measure[] {
  const whole = median(timings.map((timing) => timing.whole));
  const floor = median(floors);
  const parse = median(timings.map((timing) => timing.parse));
  const goal = database.kind === 'server' ? 0.5 : 0.3;
  const first = timings[0]?.parts ?? {};
  const parts = Object.entries(first).toSorted(([, a], [, b]) => b - a).slice(0, 5).map(([name, time]) => `${name} ${Math.round((100 * time) / (timings[0]?.whole ?? 1))} %`);
  return [
    {
      what: `import against COPY, ${database.kind}`, runs: timings.map((timing) => floor / timing.whole), unit: 'ratio',
      limit: { kind: 'goal', side: 'at least', value: goal }, note: `${ROWS} rows: ${Math.round(whole)} ms; COPY of the posts and readings it made ${Math.round(floor)} ms; ${parts.join(', ')}`,
    },
    { what: `import speed, ${database.kind}`, runs: timings.map((timing) => (1000 * ROWS) / timing.whole), unit: 'rows/s', note: `reading the file alone takes ${Math.round(parse)} ms, ${Math.round((1000 * ROWS) / parse)} rows/s` },
    { what: `writing without reading against COPY, ${database.kind}`, runs: timings.map((timing) => floor / Math.max(1, timing.whole - timing.parse)), unit: 'ratio', note: 'the import less the time that reading its file takes' },
  ];
}

async function measureMemory(database: BenchDatabase, organisationId: string, folder: string): Promise<Measure> {
  const { applicationUrl } = database;
  const few = await importInChild({ applicationUrl, organisationId, file: await writeFile(folder, FEW_ROWS) });
  const many = await importInChild({ applicationUrl, organisationId, file: await writeFile(folder, MANY_ROWS) });
  const growth = ({ memory }: ImportTiming) => Math.round((memory.after - memory.before) / MEGABYTE);
  return {
    what: 'import memory, ten times the rows', runs: [(many.memory.after - few.memory.after) / MEGABYTE], unit: 'MB', limit: { kind: 'goal', side: 'at most', value: 64 },
    note: `highest resident memory: +${growth(few)} MB for ${FEW_ROWS} rows, +${growth(many)} MB for ${MANY_ROWS}, in ${Math.round(many.whole / 1000)} s`,
  };
}

async function importInChild(task: ImportTask): Promise<ImportTiming> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'import-child.ts'), JSON.stringify(task)]);
  return JSON.parse(stdout);
}

async function writeFile(folder: string, rows: number): Promise<string> {
  const file = join(folder, `${rows}.csv`);
  const target = createWriteStream(file);
  await pipeline(Readable.from(bigPorteeCsv(rows)), target);
  return file;
}

/** Milliseconds that COPY needs for the posts and readings of the last import, into empty tables with the same columns and keys. */
async function timeCopy(database: BenchDatabase): Promise<number[]> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('app.organisation_id', (SELECT organisation_ids()::text LIMIT 1), true)`);
    const posts = await copyOut(client, `SELECT p.* FROM post p WHERE p.channel_id = (SELECT max(id::text)::uuid FROM channel)`);
    const readings = await copyOut(client, `SELECT n.* FROM post p JOIN post_snapshot n ON n.organisation_id = p.organisation_id AND n.post_id = p.id WHERE p.channel_id = (SELECT max(id::text)::uuid FROM channel)`);
    await client.query('COMMIT');
    const times: number[] = [];
    for (let index = 0; index < RUNS; index += 1) times.push(await copyIn(client, posts, readings));
    return times;
  } finally {
    await client.end();
  }
}

async function copyOut(client: Client, query: string): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  const stream = client.query(copyTo(`COPY (${query}) TO STDOUT`));
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(stream, 'end');
  return chunks;
}

async function copyIn(client: Client, posts: readonly Buffer[], readings: readonly Buffer[]): Promise<number> {
  await client.query('CREATE TABLE floor_post (LIKE post INCLUDING INDEXES); CREATE TABLE floor_snapshot (LIKE post_snapshot INCLUDING INDEXES)');
  const start = performance.now();
  await client.query('BEGIN');
  await pipeline(Readable.from(posts), client.query(copyFrom('COPY floor_post FROM STDIN')));
  await pipeline(Readable.from(readings), client.query(copyFrom('COPY floor_snapshot FROM STDIN')));
  await client.query('COMMIT');
  const time = performance.now() - start;
  await client.query('DROP TABLE floor_post, floor_snapshot');
  return time;
}
