import { request } from 'undici';
import { databaseKinds, openBenchDatabase } from './bench-database.js';
import { addOneChannel, collectorOver } from './due-channels.js';
import type { StandIns } from './fork-stand-ins.js';
import { type Measure, median } from './verdict.js';

const RUNS = 3;

interface Timing {
  whole: number;
  bare: number;
  answers: number;
}

/** A first collection of the account `long`, against its own answers fetched one after the other and thrown away. */
export async function measureOneChannel(standIns: StandIns, posts: number): Promise<Measure[]> {
  const times: Timing[] = [];
  for (let index = 0; index < RUNS; index += 1) times.push(await timeOne(standIns));
  const of = (part: keyof Timing) => Math.round(median(times.map((time) => time[part])));
  return [{
    what: `one channel of ${posts} posts against its answers`, runs: times.map(({ whole, bare }) => whole / bare), unit: 'ratio', limit: { kind: 'goal', side: 'at most', value: 1.3 },
    note: `${of('whole')} ms; its ${of('answers')} answers alone, one after the other, ${of('bare')} ms`,
  }];
}

async function timeOne({ networks, asked }: StandIns): Promise<Timing> {
  const database = await openBenchDatabase(databaseKinds().at(-1) ?? 'embedded');
  const collector = collectorOver(database, networks);
  try {
    const door = networks.doors.find(({ network, account }) => network === 'mastodon' && account === 'long');
    if (!door) throw new Error('no account is called long');
    const key = await addOneChannel(database, collector, door);
    await asked();
    const start = performance.now();
    const { state } = await collector.collect.run(key);
    const whole = performance.now() - start;
    if (state !== 'done') throw new Error(`the collection ended as ${state}`);
    const urls = await asked();
    return { whole, bare: await timeBare(urls), answers: urls.length };
  } finally {
    await collector.close();
    await database.drop();
  }
}

async function timeBare(urls: readonly string[]): Promise<number> {
  const start = performance.now();
  for (const url of urls) await (await request(url)).body.text();
  return performance.now() - start;
}
