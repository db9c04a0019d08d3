import { runCommandLine } from '../../apps/api/src/cli/run-command-line.js';
import { readEnvironment } from '../../apps/api/src/config/env.js';
import type { Locale } from '@portee/shared';
import { TEST_SECRET_KEY, type TestDatabase } from './database.js';

/** How a command ended. */
export interface EndedCommand {
  code: number;
  out: string;
  err: string;
}

export interface TypedCommand {
  now: Date;
  /** What is typed or piped in where a secret is asked for. */
  secret?: string;
  /** All that is piped in. */
  piped?: string;
  /** What is typed where a question is asked. */
  answer?: string;
  language?: Locale;
  environment?: Record<string, string>;
}

/** One command, as it would be typed, on a test's database. */
export async function runCommand(database: TestDatabase, words: readonly string[], typed: TypedCommand): Promise<EndedCommand> {
  const ended: EndedCommand = { code: 0, out: '', err: '' };
  ended.code = await runCommandLine(words, {
    environment: () => readEnvironment({ DATABASE_URL: database.ownerUrl, PORTEE_SECRET_KEY: TEST_SECRET_KEY, ...typed.environment }),
    language: typed.language ?? 'fr',
    now: () => typed.now,
    terminal: {
      out: (text) => void (ended.out += text),
      err: (text) => void (ended.err += text),
      readSecret: () => Promise.resolve(typed.secret ?? ''),
      readLine: () => Promise.resolve(typed.answer ?? ''),
      readAll: () => Promise.resolve(typed.piped ?? ''),
    },
  });
  return ended;
}
