// npm run bench:recommendations -- [channels of each world] [beginning of a world's name]: advice held against worlds whose truth is known.
// --write <folder> writes the worlds as files to be imported instead; --read <folder> scores what `portee recommend --json` said of them.
import { parseArgs } from 'node:util';
import { figuresOf } from './figures.js';
import { playInParts } from './play-in-parts.js';
import type { Played } from './play-world.js';
import { isBroken, type Judged, judgeWorld, tableOf } from './result-table.js';
import { timeMethod } from './time-method.js';
import { worlds } from './worlds.js';
import { writeWorld } from './write-world.js';

/** As many as the bounds were set with: 200 move a share by 2 in 100 by chance, and some bounds lie nearer than that. */
const CHANNELS = 1000;
const { positionals, values } = parseArgs({ allowPositionals: true, options: { write: { type: 'string' }, read: { type: 'string' } } });
const channels = Number(positionals.find((word) => /^[1-9]\d*$/.test(word)) ?? CHANNELS);
const beginning = positionals.find((word) => /^\D/.test(word)) ?? '';
const chosen = worlds.filter(({ name }) => name.startsWith(beginning));
if (chosen.length === 0) throw new Error(`no world begins with ${beginning}: ${worlds.map(({ name }) => name).join(', ')}`);
const start = performance.now();

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function sayPlayed(name: string): void {
  process.stderr.write(`${name}: played after ${Math.round((performance.now() - start) / 1000)} s\n`);
}

function judgeAll(played: ReadonlyMap<string, readonly Played[]>): { choices: Judged[]; trends: Judged[] } {
  const judged = chosen.map(({ name, asks }) => ({ asks, figures: judgeWorld(name, figuresOf(played.get(name) ?? [])) }));
  const ofTrend = new Set(['worsening', 'improving', 'slope covers', 'change', 'in 75 days']);
  return {
    choices: judged.filter(({ asks }) => asks.some((question) => question !== 'trend')).flatMap(({ figures }) => figures.filter(({ what }) => !ofTrend.has(what))),
    trends: judged.filter(({ asks }) => asks.includes('trend')).flatMap(({ figures }) => figures.filter(({ what }) => ofTrend.has(what))),
  };
}

/** What must hold in every world. */
function judgeAlways(played: readonly Played[]): Judged[] {
  const bound = { most: 0 };
  return [
    { where: 'findings whose interval is not on their own side of 0', what: 'times', figure: played.flatMap(({ levels, trends }) => [...levels, ...trends]).filter(({ isUnfounded }) => isUnfounded).length, bound },
    { where: 'channels of which nothing is told', what: 'times', figure: played.reduce((sum, { silent }) => sum + silent, 0), bound },
  ];
}

async function run(): Promise<number> {
  const times = values.read === undefined ? timeMethod() : [];
  const played = await playInParts({ names: chosen.map(({ name }) => name), organisations: channels, told: values.read ?? null }, sayPlayed);
  const { choices, trends } = judgeAll(played);
  const tables = [choices, trends, judgeAlways([...played.values()].flat()), times].filter((table) => table.length > 0);
  for (const table of tables) say(`\n${tableOf(table)}`);
  const bound = tables.flat().filter((one) => one.bound !== undefined);
  const broken = bound.filter(isBroken);
  say(`\n${channels} channels a world, ${Math.round((performance.now() - start) / 1000)} s: ${bound.length - broken.length} bounds kept, ${broken.length} broken${broken.map(({ where, what }) => `; ${where}: ${what}`).join('')}`);
  return broken.length > 0 ? 1 : 0;
}

if (values.write === undefined) process.exitCode = await run();
else for (const world of chosen) await writeWorld(values.write, world, channels);
