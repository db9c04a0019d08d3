import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { StandInsReady, StandInTask } from './collect-stand-ins.js';

/** Networks that are played by another process. */
export interface StandIns {
  networks: StandInsReady;
  /** Addresses that were asked of Mastodon since the last time, in their order. */
  asked: () => Promise<string[]>;
  close: () => void;
}

export async function forkStandIns(task: StandInTask): Promise<StandIns> {
  const child = fork(join(import.meta.dirname, '../support/run-typescript.mjs'), [join(import.meta.dirname, 'collect-stand-ins.ts'), JSON.stringify(task)]);
  const networks: StandInsReady = JSON.parse(await nextMessage(child));
  return {
    networks,
    asked: async () => {
      const answered = nextMessage(child);
      child.send('asked');
      const asked: string[] = JSON.parse(await answered);
      return asked;
    },
    close: () => { child.disconnect(); },
  };
}

async function nextMessage(child: ChildProcess): Promise<string> {
  const [message]: unknown[] = await once(child, 'message');
  return String(message);
}
