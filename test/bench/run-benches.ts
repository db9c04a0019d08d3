// npm run bench: what Portée costs against the bare floor, measured in the same run; `npm run bench -- import` measures that part only.
// `npm run bench -- collect` takes half an hour; with a number of channels behind it, less.
import { cpus, freemem, loadavg, totalmem } from 'node:os';
import { type BenchDatabase, type DatabaseKind, databaseKinds, openBenchDatabase } from './bench-database.js';
import { measureCollect } from './measure-collect.js';
import { measureFelt } from './measure-felt.js';
import { measureImport } from './measure-import.js';
import { measureInsights } from './measure-insights.js';
import { measureMany } from './measure-many.js';
import { measurePdf } from './measure-pdf.js';
import { measureReport } from './measure-report.js';
import { measureSmallBatches } from './measure-small-batches.js';
import { measureStart } from './measure-start.js';
import { measureWeb } from './measure-web.js';
import { brokenBounds, type Measure, noiseOf, tableOf } from './verdict.js';

const parts: Record<string, () => Promise<Measure[]>> = {
  web: () => Promise.resolve(measureWeb()),
  pdf: () => Promise.resolve(measurePdf()),
  start: measureStart,
  felt: () => onDatabase('embedded', measureFelt),
  report: () => onEachDatabase(measureReport),
  insights: () => onEachDatabase(measureInsights),
  import: () => onEachDatabase(measureImport),
  collect: () => measureCollect(sizeAsked()),
  many: () => measureMany(sizeAsked()),
  batches: () => onEachDatabase(measureSmallBatches),
};
/** They take long: measured only when they are named. */
const onlyWhenNamed = new Set(['collect', 'many']);

/** `npm run bench -- collect 60` is a trial with so many channels, `npm run bench -- many 4` with so many organisations. */
function sizeAsked(): number | undefined {
  const size = process.argv.slice(2).find((word) => /^\d+$/.test(word));
  return size === undefined ? undefined : Number(size);
}

async function onEachDatabase(measure: (database: BenchDatabase) => Promise<Measure[]>): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const kind of databaseKinds()) measures.push(...(await onDatabase(kind, measure)));
  return measures;
}

async function onDatabase(kind: DatabaseKind, measure: (database: BenchDatabase) => Promise<Measure[]>): Promise<Measure[]> {
  const database = await openBenchDatabase(kind);
  try {
    return await measure(database);
  } finally {
    await database.drop();
  }
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function machine(): string {
  const gigabytes = (bytes: number) => (bytes / 1024 ** 3).toFixed(1);
  return `${cpus().length} processors (${cpus()[0]?.model ?? 'unknown'}), ${gigabytes(totalmem())} GB of memory, ${gigabytes(freemem())} free; load ${loadavg().map((load) => load.toFixed(1)).join(', ')}`;
}

const chosen = process.argv.slice(2).filter((word) => Object.hasOwn(parts, word));
const measures: Measure[] = [];
const start = performance.now();
say(machine());
for (const [name, measure] of Object.entries(parts)) {
  if (chosen.length > 0 ? !chosen.includes(name) : onlyWhenNamed.has(name)) continue;
  measures.push(...(await measure()));
  say(`${name}: done after ${Math.round((performance.now() - start) / 1000)} s, load ${loadavg()[0]?.toFixed(1)}`);
}
say(`\n${tableOf(measures)}\n`);
if ((loadavg()[0] ?? 0) > cpus().length) say('This machine was busy: trust the ratios, not the times.');
if (!databaseKinds().includes('server')) say('Embedded database only: PORTEE_TEST_DATABASE_URL names no server.');
const broken = brokenBounds(measures);
for (const measure of broken) say(`Broken by more than the noise of the measure (±${Math.round(noiseOf(measure) * 100)} %): ${measure.what}`);
process.exit(broken.length > 0 ? 1 : 0);
