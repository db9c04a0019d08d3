import { type CountOutcome, readCount } from './read-count.js';

/** A duration in seconds, printed with decimals: rounded to whole seconds. */
export function readSeconds(text: string): CountOutcome {
  return /^\d{1,12}\.\d+$/.test(text) ? readCount(String(Math.round(Number(text)))) : readCount(text);
}
