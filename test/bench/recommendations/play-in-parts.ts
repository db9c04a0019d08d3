import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { PartPlayed, PartTask } from './play-part.js';
import type { Played } from './play-world.js';

const RUNNER = join(import.meta.dirname, '../../support/run-typescript.mjs');
const CHILD = join(import.meta.dirname, 'play-part.ts');

/** Plays worlds on all processors; a world's organisations come in any order, which no figure depends on. */
export async function playInParts(asked: Omit<PartTask, 'part' | 'parts'>, onPlayed: (name: string) => void): Promise<Map<string, Played[]>> {
  const parts = availableParallelism();
  const found = new Map<string, { played: Played[]; answers: number }>(asked.names.map((name) => [name, { played: [], answers: 0 }]));
  const take = ({ name, played }: PartPlayed): void => {
    const world = found.get(name);
    if (world === undefined) return;
    world.played.push(...played);
    world.answers += 1;
    if (world.answers === parts) onPlayed(name);
  };
  await Promise.all(Array.from({ length: parts }, (_, part) => playPart({ ...asked, part, parts }, take)));
  for (const [name, { answers }] of found) {
    if (answers < parts) throw new Error(`${name} was not played to its end`);
  }
  return new Map([...found].map(([name, { played }]) => [name, played]));
}

async function playPart(task: PartTask, take: (answer: PartPlayed) => void): Promise<void> {
  const child = fork(RUNNER, [CHILD, JSON.stringify(task)], { serialization: 'advanced' });
  child.on('message', take);
  const [code]: unknown[] = await once(child, 'exit');
  if (code !== 0) throw new Error(`a child of the bench ended with ${String(code)}`);
}
