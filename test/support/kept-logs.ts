import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogLevel } from '../../apps/api/src/operations/log-settings.js';

/** Where a run keeps what programs under test logged, and what they were told in confidence; absent: nobody will look. */
const FOLDER = process.env['PORTEE_TEST_LOGS'];
/** Of files in that folder. */
export const [LOG_ENDING, SECRET_ENDING] = ['.log', '.secrets'];

const LEVELS: Record<LogLevel, number> = { silent: Number.POSITIVE_INFINITY, error: 50, warn: 40, info: 30 };
const SECRET_NAME = /password|secret|token|setupCode|(?:recovery|backup)Codes/i;
/** Shorter ones are found in ordinary words. */
const SHORTEST_SECRET = 10;

export function keepLog(text: string): void {
  if (FOLDER !== undefined) appendFileSync(join(FOLDER, `${process.pid}${LOG_ENDING}`), text);
}

/** Secrets among the values of something sent or answered. */
export function keepSecrets(told: unknown): void {
  if (FOLDER === undefined || typeof told !== 'object' || told === null) return;
  for (const [name, value] of Object.entries(told)) {
    if (typeof value === 'object') keepSecrets(SECRET_NAME.test(name) && Array.isArray(value) ? value.map((one) => ({ secret: one })) : value);
    else if (typeof value === 'string' && SECRET_NAME.test(name) && value.length >= SHORTEST_SECRET) appendFileSync(join(FOLDER, `${process.pid}${SECRET_ENDING}`), `${JSON.stringify(value)}\n`);
  }
}

/** The log of programs in this process: all of it is kept, and what a test wants to see goes on to standard error. */
class KeptLog {
  private shown: number = LEVELS.error;

  show(level: LogLevel): void {
    this.shown = LEVELS[level];
  }

  write(line: string): void {
    keepLog(line);
    const level = Number(/^\{"level":(\d+)/.exec(line)?.[1] ?? LEVELS.error);
    if (level >= this.shown) process.stderr.write(line);
  }
}

export const keptLog = new KeptLog();
