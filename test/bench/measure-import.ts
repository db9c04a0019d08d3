import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { addBenchOrganisation, type BenchDatabase } from './bench-database.js';
import { bigPorteeCsv } from './big-files.js';
import { type CopyFloors, timeCopy } from './copy-floor.js';
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
    const floors = await timeCopy(database, RUNS);
    // The reading process is the same whichever database it writes to: its memory is measured once.
    const memory = database.kind === 'embedded' ? await measureMemory(database, organisationId, folder) : [];
    return [...speedLines(database, timings, floors), ...memory];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function speedLines(database: BenchDatabase, timings: readonly ImportTiming[], floors: CopyFloors): Measure[] {
  const whole = median(timings.map((timing) => timing.whole));
  const floor = median(floors.bare);
  const wholeFloor = median(floors.whole);
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
    {
      what: `import against reading and COPY of all it writes, ${database.kind}`, runs: timings.map((timing) => (timing.parse + wholeFloor) / timing.whole), unit: 'ratio',
      note: `reading the file ${Math.round(parse)} ms, then COPY of posts, readings and settled posts with their indexes and references ${Math.round(wholeFloor)} ms: what one pass without merging, rules or months would take`,
    },
  ];
}

async function measureMemory(database: BenchDatabase, organisationId: string, folder: string): Promise<Measure[]> {
  const { applicationUrl } = database;
  const few = await importInChild({ applicationUrl, organisationId, file: await writeFile(folder, FEW_ROWS) }, ['--expose-gc']);
  const many = await importInChild({ applicationUrl, organisationId, file: await writeFile(folder, MANY_ROWS) }, ['--expose-gc']);
  const growth = ({ memory }: ImportTiming) => Math.round((memory.after - memory.before) / MEGABYTE);
  const inUse = ({ memory }: ImportTiming) => Math.round(memory.inUse / MEGABYTE);
  return [
    {
      what: 'import memory, ten times the rows', runs: [(many.memory.after - few.memory.after) / MEGABYTE], unit: 'MB', limit: { kind: 'goal', side: 'at most', value: 64 },
      note: `highest resident memory: +${growth(few)} MB for ${FEW_ROWS} rows, +${growth(many)} MB for ${MANY_ROWS}, in ${Math.round(many.whole / 1000)} s; most of it is garbage that the engine does not hurry to collect`,
    },
    {
      what: 'import memory in use, ten times the rows', runs: [(many.memory.inUse - few.memory.inUse) / MEGABYTE], unit: 'MB',
      note: `after a collection, once all is read: ${inUse(few)} MB for ${FEW_ROWS} rows, ${inUse(many)} MB for ${MANY_ROWS}; about a hundred bytes a row remember what was met, to tell duplicates`,
    },
  ];
}

async function importInChild(task: ImportTask, nodeOptions: readonly string[] = []): Promise<ImportTiming> {
  const { stdout } = await run(process.execPath, [...nodeOptions, join(import.meta.dirname, 'import-child.ts'), JSON.stringify(task)]);
  return JSON.parse(stdout);
}

async function writeFile(folder: string, rows: number): Promise<string> {
  const file = join(folder, `${rows}.csv`);
  const target = createWriteStream(file);
  await pipeline(Readable.from(bigPorteeCsv(rows)), target);
  return file;
}
