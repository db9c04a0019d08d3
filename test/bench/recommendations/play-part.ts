// Plays every so many-th organisation of the worlds asked for, and sends what it found: node test/support/run-typescript.mjs play-part.ts '{"names":["null-n20"],…}'
import { type Played, playOrganisation } from './play-world.js';
import { readTold } from './read-told.js';
import { worlds } from './worlds.js';

/** What the parent asks of one of its children. */
export interface PartTask {
  names: string[];
  /** Organisations of each world, numbered from 1; this child plays those whose number leaves `part` when divided by `parts`. */
  organisations: number;
  part: number;
  parts: number;
  /** Folder of records from elsewhere; null: the method is asked. */
  told: string | null;
}

/** What the child answers, a world at a time. */
export interface PartPlayed {
  name: string;
  played: Played[];
}

/** Once it has left: what is sent while nothing else gets a turn would be lost at the end. */
function send(answer: PartPlayed): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(answer, undefined, undefined, (error) => { if (error) reject(error); else resolve(); });
  });
}

const task: PartTask = JSON.parse(process.argv[2] ?? '{}');
const told = task.told === null ? undefined : readTold(task.told);
const numbers = Array.from({ length: task.organisations }, (_, index) => index + 1).filter((number) => number % task.parts === task.part);
for (const world of worlds.filter(({ name }) => task.names.includes(name))) {
  await send({ name: world.name, played: numbers.map((number) => playOrganisation(world, number, told)) });
}
process.disconnect?.();
