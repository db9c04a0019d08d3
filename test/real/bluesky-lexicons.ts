import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

/** Bluesky's own lexicons, which say what an answer is made of. */
export interface Lexicons {
  /** @returns what is wrong with an answer of a method; null: nothing is */
  reproach: (method: string, body: unknown) => Promise<string | null>;
  close: () => void;
}

const judged = z.object({ id: z.number(), reproach: z.string().nullable() });

/** Opens the lexicons of the packages installed in a folder. */
export function openLexicons(folder: string): Lexicons {
  const child = fork(join(import.meta.dirname, 'bluesky-lexicons.mjs'), [folder], { execArgv: [] });
  let count = 0;
  return {
    close: () => { child.disconnect(); },
    reproach: async (method, body) => {
      count += 1;
      const answered = once(child, 'message');
      child.send({ id: count, method, body });
      const [message]: unknown[] = await answered;
      return judged.parse(message).reproach;
    },
  };
}
