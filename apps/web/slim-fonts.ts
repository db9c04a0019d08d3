import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

type Weights = number | { min: number; max: number };

/** Weights that the pages use: --weight-head of tokens.css, and --weight-text to --weight-strong. The others were half of each file. */
const files: { path: string; weights: Weights }[] = [
  ...['latin', 'latin-ext'].map((signs) => ({ path: pathOf('bricolage-grotesque', `${signs}-opsz`), weights: 640 })),
  ...['latin', 'latin-ext'].map((signs) => ({ path: pathOf('atkinson-hyperlegible-next', `${signs}-wght`), weights: { min: 400, max: 650 } })),
];

const KEPT = fileURLToPath(new URL('../../node_modules/.portee', import.meta.url));

function pathOf(family: string, kind: string): string {
  return fileURLToPath(import.meta.resolve(`@fontsource-variable/${family}/files/${family}-${kind}-normal.woff2`));
}

/**
 * Both families of the house with all their signs, and no more of their weights than the pages use: half as long over a slow line.
 * Made once, kept between builds.
 * @returns the folder where they lie, under the names that their packages give them
 */
export async function slimFonts(): Promise<string> {
  const fonts = await Promise.all(files.map(async ({ path, weights }) => ({ name: basename(path), weights, font: await readFile(path) })));
  const key = fonts.reduce((hash, { font, weights }) => hash.update(font).update(JSON.stringify(weights)), createHash('sha256')).digest('hex').slice(0, 16);
  const folder = join(KEPT, `fonts-${key}`);
  if (existsSync(folder)) return folder;
  // Made beside and moved when whole: two builds at once, or one cut short, leave nothing half made.
  const draft = `${folder}.${randomUUID()}`;
  await mkdir(draft, { recursive: true });
  for (const { name, weights, font } of fonts) await writeFile(join(draft, name), await subsetFont(font, undefined, { targetFormat: 'woff2', keepAllGlyphs: true, variationAxes: { wght: weights } }));
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
  return folder;
}
