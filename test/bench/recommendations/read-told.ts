import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recommendation } from '@portee/shared';
import type { ToldRecord } from './told-record.js';

const told = recommendation.pick({ channel: true, dimension: true, level: true, effect: true, low: true, high: true, posts: true, verdict: true }).array();

/** Records by the channel's name, from files as `portee recommend --json` prints them. */
export function readTold(folder: string): Map<string, ToldRecord[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Map.groupBy(files.flatMap((name) => told.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))), ({ channel }) => channel);
}
