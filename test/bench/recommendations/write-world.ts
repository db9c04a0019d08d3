import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { porteeColumns } from '../../../apps/api/src/imports/portee-columns.js';
import type { InventedChannel } from './invent-channel.js';
import { inventOrganisation } from './invent-organisation.js';
import type { World } from './worlds.js';
import { JUDGED_AT } from './written-instant.js';

const OBSERVED_AT = JUDGED_AT.toISOString();
/** It counts people, and has counted them in one way since before the first of these posts: where that changed, the method sees only what came after. */
const NETWORK = 'instagram';

/** Writes the organisations of a world as Portée CSV, a file each: `<folder>/<world>/<number>.csv`. Channels have the names under which they are scored. */
export async function writeWorld(folder: string, world: World, organisations: number): Promise<void> {
  const place = join(folder, world.name);
  await mkdir(place, { recursive: true });
  for (let number = 1; number <= organisations; number += 1) {
    const lines = [porteeColumns.join(','), ...inventOrganisation(world, number).flatMap(linesOf)];
    await pipeline(Readable.from(lines.map((line) => `${line}\n`)), createWriteStream(join(place, `${String(number).padStart(4, '0')}.csv`)));
  }
}

/** Names and texts are invented without comma or quotation mark. */
function linesOf({ name, posts }: InventedChannel): string[] {
  return posts.map(({ id, publishedAt, format, paid, followers, reach, text }) => {
    const known: Partial<Record<(typeof porteeColumns)[number], string | number>> = {
      channel: name, network: NETWORK, post_id: id, published_at: publishedAt, format, paid: Number(paid), followers, reach, text, observed_at: OBSERVED_AT,
    };
    return porteeColumns.map((column) => known[column] ?? '').join(',');
  });
}
