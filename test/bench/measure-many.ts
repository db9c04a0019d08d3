import { askDatabase } from '../support/database-client.js';
import { addBenchOrganisation, type BenchDatabase, databaseKinds, openBenchDatabase } from './bench-database.js';
import { type Asker, type BenchProgram, openAsker, withProgram } from './http-against-sql.js';
import { type Load, loadWith } from './load.js';
import { fillOrganisation, told } from './report-data.js';
import { type Measure, median } from './verdict.js';

const ORGANISATIONS = 40;
const SIZE = { networks: ['facebook', 'instagram', 'newsletter', 'youtube', 'mastodon', 'peertube'], years: 3 };
const MONTH = '2024-06';
/** What the overview asks for when it opens. */
const OVERVIEW = [`reports/${MONTH}`, 'recommendations/outlook', 'plan/decisions'].map((path) => `/api/v1/organisations/:slug/${path}`);
/** People of one centre who look at once. */
const CLIENTS = 4;
const REQUESTS = 200;
const RUNS = 7;

/** The overview of one organisation among many on one installation, by turns with the same one alone on an installation beside it. */
export async function measureMany(organisations = ORGANISATIONS): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const kind of databaseKinds()) {
    measures.push(await onInstallation(await openBenchDatabase(kind), 1, async (alone) => onInstallation(await openBenchDatabase(kind), organisations, (among) => compare({ alone, among }, organisations, kind))));
  }
  return measures;
}

/** The built program over a database of so many organisations, the first of which is looked at; its worker is elsewhere, as on a server. */
async function onInstallation<T>(database: BenchDatabase, organisations: number, work: (asker: Asker) => Promise<T>): Promise<T> {
  try {
    return await withProgram(database, async (program) => {
      await fill(program, organisations);
      const asker = openAsker(program);
      try {
        return await work(asker);
      } finally {
        await asker.close();
      }
    }, 'api');
  } finally {
    await database.drop();
  }
}

async function fill({ database, organisationId }: BenchProgram, organisations: number): Promise<void> {
  await fillOrganisation(database, organisationId, SIZE);
  for (let others = 1; others < organisations; others += 1) await fillOrganisation(database, await addBenchOrganisation(database), SIZE);
  await askDatabase(database.ownerUrl, 'VACUUM ANALYZE');
}

async function compare({ alone, among }: { alone: Asker; among: Asker }, organisations: number, kind: string): Promise<Measure> {
  const look = (asker: Asker): Promise<Load> => loadWith(CLIENTS, REQUESTS, () => Promise.all(OVERVIEW.map((path) => asker.get(path))));
  for (const asker of [alone, among]) await look(asker);
  const rounds: { alone: Load; among: Load }[] = [];
  // Who goes first goes last the next time: what warms or slows the machine reaches both.
  for (let index = 0; index < RUNS; index += 1) rounds.push(index % 2 === 0 ? { alone: await look(alone), among: await look(among) } : await look(among).then(async (first) => ({ among: first, alone: await look(alone) })));
  const middle = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick)).toFixed(1);
  return {
    what: `overview of one organisation among ${organisations} against one alone, ${kind}`, runs: rounds.map((round) => round.among.p95 / round.alone.p95), unit: 'ratio', limit: { kind: 'bound', side: 'at most', value: 1.2 },
    note: `p95 of ${REQUESTS} openings, ${CLIENTS} clients: ${middle(({ among: { p95 } }) => p95)} ms among ${organisations * SIZE.networks.length} channels, ${middle(({ alone: { p95 } }) => p95)} ms alone; p50 ${middle(({ among: { p50 } }) => p50)} and ${middle(({ alone: { p50 } }) => p50)} ms; ${told(SIZE)}`,
  };
}
