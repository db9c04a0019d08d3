import { type Collected, collectWith, type Memory, type SetUp } from './collect-load.js';
import { forkStandIns } from './fork-stand-ins.js';
import { measureOneChannel } from './measure-one-channel.js';
import type { Measure } from './verdict.js';

const CHANNELS = 1500;
/** Channels of the one long run, in so many of the usual ones. */
const TIMES_MORE = 4;
const DUE_WITHIN_SECONDS = 300;
const MOST_SECONDS = 360;
const LATENCY_MS = 200;
const ACCOUNTS = 6;
const LONG_POSTS = 500;
const MEGABYTE = 1024 * 1024;
const MOST_GROWTH_MB = 8;

/**
 * Channels that come due, collected by workers as people start them, from networks that answer after 200 ms.
 * @param channels  fewer than 1500 make a trial, which is shorter by as much and judged by nobody
 */
export async function measureCollect(channels: number = CHANNELS): Promise<Measure[]> {
  const standIns = await forkStandIns({ latencyMs: LATENCY_MS, accounts: ACCOUNTS, longPosts: LONG_POSTS });
  try {
    const { networks } = standIns;
    const runs: Collected[] = [];
    for (const setUp of setUps()) runs.push(await collectWith(setUp, { networks, channels, dueWithin: (DUE_WITHIN_SECONDS * channels) / CHANNELS }));
    const many = await collectWith(cheapest(runs), { networks, channels: TIMES_MORE * channels, dueWithin: 0 });
    return [...runs.flatMap((run) => linesOf(run, channels >= CHANNELS)), ...manyLines(many), ...(await measureOneChannel(standIns, LONG_POSTS))];
  } finally {
    standIns.close();
  }
}

function setUps(): SetUp[] {
  const queues = process.env['PORTEE_TEST_REDIS_URL'] === undefined ? (['PostgreSQL'] as const) : (['PostgreSQL', 'Redis'] as const);
  return queues.flatMap((queue) => [1, 2].map((workers) => ({ workers, queue })));
}

/** Two workers, on the queue that took less of processor and database together. */
function cheapest(runs: readonly Collected[]): SetUp {
  const [best] = runs.toSorted((one, other) => one.processorSeconds + one.databaseSeconds - other.processorSeconds - other.databaseSeconds);
  return { workers: 2, queue: best?.setUp.queue ?? 'PostgreSQL' };
}

function linesOf(run: Collected, isJudged: boolean): Measure[] {
  const what = `${run.channels} channels, ${nameOf(run.setUp)}`;
  return [
    { what, runs: [run.seconds], unit: 's', note: noteOf(run), ...(isJudged ? { limit: { kind: 'bound', side: 'at most', value: MOST_SECONDS } as const } : {}) },
    growthOf(run, what),
  ];
}

function manyLines(run: Collected): Measure[] {
  const what = `${run.channels} channels due at once, ${nameOf(run.setUp)}`;
  return [{ what, runs: [run.channels / run.seconds], unit: 'channels/s', note: `${Math.round(run.seconds)} s; ${noteOf(run)}` }, growthOf(run, what)];
}

function nameOf({ workers, queue }: SetUp): string {
  return `${workers} worker${workers > 1 ? 's' : ''}, queue on ${queue}`;
}

function noteOf({ channels, seconds, setUp, processorSeconds, databaseSeconds, readings }: Collected): string {
  const share = (part: number) => `${Math.round((100 * part) / seconds)} %`;
  const each = (part: number) => `${Math.round((1000 * part) / channels)} ms`;
  return `${(channels / seconds).toFixed(1)} channels/s, ${readings} readings; in statements ${share(databaseSeconds)} of the time (${each(databaseSeconds)} a channel), processor of ${setUp.workers} worker(s) ${share(processorSeconds)} (${each(processorSeconds)} a channel)`;
}

function growthOf({ memory }: Collected, what: string): Measure {
  const told = (of: (memory: Memory) => number) => memory.map((one) => Math.round(of(one) / MEGABYTE)).join(', ');
  const [, middle, end] = memory.map(({ live }) => live / MEGABYTE);
  return {
    what: `memory in use by a worker, ${what}`, runs: [(end ?? Number.NaN) - (middle ?? Number.NaN)], unit: 'MB', limit: { kind: 'bound', side: 'at most', value: MOST_GROWTH_MB },
    note: `growth from the middle to the end, garbage collected; ${told(({ live }) => live)} MB at the start, half-way, at the end; resident ${told(({ resident }) => resident)} MB`,
  };
}
