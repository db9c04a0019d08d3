// npm run bench:plan -- [plans of each world] [beginning of a world's name]: what is said of experiments, plans and posts, held against worlds whose truth is known.
import { isBroken, type Judged, tableOf } from '../recommendations/result-table.js';
import { experimentFigures, judge, matchingFigures, outcomeFigures } from './figures.js';
import { playExperiment } from './play-experiment.js';
import { playMatching } from './play-matching.js';
import { playOutcome } from './play-outcome.js';
import { experimentWorlds, matchingWorlds, outcomeWorlds } from './worlds.js';

/** Fewer break a bound by chance. */
const PLANS = 1000;
const words = process.argv.slice(2);
const plans = Number(words.find((word) => /^[1-9]\d*$/.test(word)) ?? PLANS);
const beginning = words.find((word) => /^\D/.test(word)) ?? '';
const start = performance.now();

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** Every world of a kind whose name begins as asked, played from 1 on. */
function playAll<World extends { name: string }>(worlds: readonly World[], play: (world: World, number: number) => Judged[]): Judged[] {
  return worlds.filter(({ name }) => name.startsWith(beginning)).flatMap((world) => {
    const judged = play(world, plans);
    process.stderr.write(`${world.name}: played after ${Math.round((performance.now() - start) / 1000)} s\n`);
    return judged;
  });
}

function times<Played>(number: number, play: (number: number) => Played): Played[] {
  return Array.from({ length: number }, (_, index) => play(index + 1));
}

const tables = [
  playAll(experimentWorlds, (world, number) => judge(world.name, experimentFigures(times(number, (one) => playExperiment(world, one)), world.effect === 0))),
  playAll(outcomeWorlds, (world, number) => judge(world.name, outcomeFigures(times(number, (one) => playOutcome(world, one)), world.effect === 0))),
  playAll(matchingWorlds, (world, number) => judge(world.name, matchingFigures(times(number, (one) => playMatching(world, one))))),
].filter((table) => table.length > 0);
if (tables.length === 0) throw new Error(`no world begins with ${beginning}: ${[...experimentWorlds, ...outcomeWorlds, ...matchingWorlds].map(({ name }) => name).join(', ')}`);
for (const table of tables) say(`\n${tableOf(table)}`);
const bound = tables.flat().filter((one) => one.bound !== undefined);
const broken = bound.filter(isBroken);
say(`\n${plans} plans a world, ${Math.round((performance.now() - start) / 1000)} s: ${bound.length - broken.length} bounds kept, ${broken.length} broken${broken.map(({ where, what }) => `; ${where}: ${what}`).join('')}`);
process.exitCode = broken.length > 0 ? 1 : 0;
