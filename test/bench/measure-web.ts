import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Measure } from './verdict.js';

const BUILT = join(import.meta.dirname, '../../apps/web/dist');
/** What the first page of somebody signed in loads besides what index.html names: its words, in one language (the heaviest counts). */
const FIRST_WORDS = /^start-/;
const CHART = /^chart-canvas-/;

/** Weight of the scripts of the first page, gzipped as a server sends them; the drawing of charts apart. */
export function measureWeb(): Measure[] {
  const names = readdirSync(join(BUILT, 'assets')).filter((name) => name.endsWith('.js'));
  const page = readFileSync(join(BUILT, 'index.html'), 'utf8');
  const chart = new Set(names.filter((name) => CHART.test(name)));
  const [words] = names.filter((name) => FIRST_WORDS.test(name)).toSorted((a, b) => weightOf([b]) - weightOf([a]));
  if (words === undefined) throw new Error('the words of the first page have another name: look into apps/web/dist/assets');
  const first = withImports([...names.filter((name) => page.includes(name)), words]);
  const apart = [...withImports([...chart])].filter((name) => !first.has(name));
  return [
    { what: 'script of the first page', runs: [weightOf([...first])], unit: 'kB', limit: { kind: 'bound', side: 'at most', value: 130 }, note: `${first.size} files, gzipped, without charts` },
    { what: 'script of charts', runs: [weightOf(apart)], unit: 'kB', limit: { kind: 'bound', side: 'at most', value: 65 }, note: `${apart.length} files, gzipped, loaded where a chart is drawn` },
  ];
}

/** These files and all they import before they run. */
function withImports(names: readonly string[]): Set<string> {
  const found = new Set(names);
  for (const name of found) {
    const source = readFileSync(join(BUILT, 'assets', name), 'utf8');
    for (const [, imported = ''] of source.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) found.add(imported);
  }
  return found;
}

function weightOf(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(join(BUILT, 'assets', name))).length, 0) / 1000;
}
