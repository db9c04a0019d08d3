import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../..');
const API = 'apps/api/src';
const WEB = 'apps/web/src';
const SHARED = 'libs/shared/src';
const BORDER = 'eslint(no-restricted-imports)';

/** A file that breaks one rule of the house, and the rule that must say so; null: the rule's other side, allowed. */
interface Planted {
  breach: string;
  file: string;
  text: string;
  rule: string | null;
}

const importing = (path: string) => `import { thing } from '${path}';\nexport const used = thing;\n`;
const border = (breach: string, file: string, path: string): Planted => ({ breach, file, text: importing(path), rule: BORDER });
const allowed = (breach: string, file: string, path: string): Planted => ({ breach, file, text: importing(path), rule: null });

const planted: Planted[] = [
  border('the web imports the API', `${WEB}/features/overview/planted-1.ts`, '../../../../api/src/posts/posts.service.js'),
  border('the web imports a server library', `${WEB}/api/planted-2.ts`, 'pg'),
  border('the web imports Node', `${WEB}/format/planted-3.ts`, 'node:path'),
  border('the web imports Nest', `${WEB}/ui/planted-4.ts`, '@nestjs/common'),
  border('a feature imports another', `${WEB}/features/timing/planted-5.ts`, '../sharing/sharing-page.js'),
  border('a feature imports another, the long way', `${WEB}/features/timing/planted-6.ts`, '../../features/sharing/sharing-page.js'),
  border('a feature imports the app', `${WEB}/features/timing/planted-7.ts`, '../../app/router.js'),
  border('ui imports a feature', `${WEB}/ui/planted-8.ts`, '../features/timing/timing-page.js'),
  border('format imports ui', `${WEB}/format/planted-9.ts`, '../ui/button.js'),
  allowed('a feature imports ui', `${WEB}/features/timing/planted-10.ts`, '../../ui/button.js'),
  border('a network imports another', `${API}/networks/mastodon/planted-11.ts`, '../facebook/facebook.mapping.js'),
  border('a network imports the registry', `${API}/networks/mastodon/planted-12.ts`, '../registry.js'),
  border('a network imports a room', `${API}/networks/mastodon/planted-13.ts`, '../../posts/write-readings.js'),
  border('networks/core imports a network', `${API}/networks/core/planted-14.ts`, '../mastodon/mastodon.mapping.js'),
  allowed('a network imports networks/core', `${API}/networks/mastodon/planted-15.ts`, '../core/readings.js'),
  border('insights import a network', `${API}/insights/planted-16.ts`, '../networks/facebook/facebook.measures.js'),
  border('a query of insights imports a network', `${API}/insights/queries/planted-17.ts`, '../../networks/facebook/facebook.measures.js'),
  border('insights import reports', `${API}/insights/planted-18.ts`, '../reports/monthly-report.js'),
  border('imports know one network', `${API}/imports/planted-19.ts`, '../networks/facebook/facebook.export.js'),
  border('posts import insights', `${API}/posts/planted-20.ts`, '../insights/reach.service.js'),
  border('recommendations import reports', `${API}/recommendations/planted-21.ts`, '../reports/monthly-report.js'),
  border('reports import a network', `${API}/reports/planted-22.ts`, '../networks/mastodon/mastodon.measures.js'),
  border('the API imports the web', `${API}/reports/planted-23.ts`, '../../../web/src/format/numbers.js'),
  border('the API imports files of the shared library', `${API}/posts/planted-24.ts`, '../../../../libs/shared/src/metrics/reach-rate.js'),
  allowed('imports use the registry', `${API}/imports/planted-25.ts`, '../networks/registry.js'),
  allowed('reports use insights', `${API}/reports/planted-26.ts`, '../insights/reach.service.js'),
  border('the plan imports the search', `${API}/plan/planted-26a.ts`, '../search/search.service.js'),
  border('the search imports reports', `${API}/search/planted-26b.ts`, '../reports/monthly-report.service.js'),
  border('the shared library imports Node', `${SHARED}/metrics/planted-27.ts`, 'node:fs'),
  border('the shared library imports Nest', `${SHARED}/metrics/planted-28.ts`, '@nestjs/common'),
  border('the shared library imports any other package', `${SHARED}/metrics/planted-29.ts`, 'csv-parse'),
  border('the shared library runs Chart.js', `${SHARED}/charts/planted-30.ts`, 'chart.js'),
  allowed('the shared library uses zod', `${SHARED}/metrics/planted-31.ts`, 'zod'),
  { breach: 'the shared library names types of Chart.js', file: `${SHARED}/charts/planted-32.ts`, text: "import type { Chart } from 'chart.js';\nexport type Drawn = Chart;\n", rule: null },
  { breach: 'a cycle', file: `${API}/posts/planted-33.ts`, text: `import { right } from './planted-34.js';\nexport const left = () => right;\n`, rule: 'import(no-cycle)' },
  { breach: 'the other half of the cycle', file: `${API}/posts/planted-34.ts`, text: `import { left } from './planted-33.js';\nexport const right = () => left;\n`, rule: 'import(no-cycle)' },
  { breach: 'a default export', file: `${API}/posts/planted-35.ts`, text: 'export default 1;\n', rule: 'import(no-default-export)' },
  { breach: 'any', file: `${API}/posts/planted-36.ts`, text: 'export const loose = (value: any) => String(value);\n', rule: 'typescript(no-explicit-any)' },
  { breach: 'a promise that nobody awaits', file: `${API}/posts/planted-37.ts`, text: 'export function start(): void {\n  Promise.resolve(1);\n}\n', rule: 'typescript(no-floating-promises)' },
  { breach: 'a cast of foreign data', file: `${API}/posts/planted-38.ts`, text: 'export const read = (text: string) => JSON.parse(text) as { id: string };\n', rule: 'typescript(no-unsafe-type-assertion)' },
  { breach: 'a "!" on what may be absent', file: `${API}/posts/planted-39.ts`, text: 'export const first = (list: string[]) => list[0]!.length;\n', rule: 'typescript(no-non-null-assertion)' },
  { breach: 'the process environment outside env.ts', file: `${API}/posts/planted-40.ts`, text: 'export const port = process.env["PORT"];\n', rule: 'node(no-process-env)' },
  { breach: 'a file over 250 lines', file: `${API}/posts/planted-41.ts`, text: `export const x = 1;\n${'// a line\n'.repeat(250)}`, rule: 'eslint(max-lines)' },
  { breach: 'a function over 50 lines', file: `${API}/posts/planted-42.ts`, text: `export function long(): number[] {\n  const list: number[] = [];\n${'  list.push(1);\n'.repeat(50)}  return list;\n}\n`, rule: 'eslint(max-lines-per-function)' },
  { breach: 'four parameters', file: `${API}/posts/planted-43.ts`, text: 'export const sum = (a: number, b: number, c: number, d: number) => a + b + c + d;\n', rule: 'eslint(max-params)' },
  { breach: 'a file of 250 lines', file: `${API}/posts/planted-44.ts`, text: `export const x = 1;\n${'// a line\n'.repeat(249)}`, rule: null },
];

const report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });
let house: string;
let found: { code: string; filename: string }[];

/** A copy of the house's rules and of nothing else, with every breach planted; one run of the linter judges all. */
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'portee-layers-'));
  for (const file of ['.oxlintrc.json', 'tsconfig.base.json', 'apps/api/tsconfig.json', 'apps/web/tsconfig.json', 'libs/shared/tsconfig.json']) {
    cpSync(join(ROOT, file), join(house, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
  for (const { file, text } of planted) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
  }
  found = report.parse(JSON.parse(lint())).diagnostics;
});
afterAll(() => rmSync(house, { recursive: true }));

function lint(): string {
  const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
  try {
    return execFileSync(process.execPath, [oxlint, '-f', 'json', 'apps', 'libs'], { cwd: house, encoding: 'utf8' });
  } catch (error) {
    // The linter leaves with 1 when it found something, which is the point.
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string') return error.stdout;
    throw error;
  }
}

describe('the linter holds the walls of the house', () => {
  it.each(planted)('$breach: $rule', ({ file, rule }) => {
    const codes = found.filter((diagnostic) => diagnostic.filename === file).map((diagnostic) => diagnostic.code);
    expect([...new Set(codes)]).toEqual(rule === null ? [] : [rule]);
  });
});
