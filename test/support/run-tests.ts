// npm test: lint, types, then every test, then what the programs under test logged; the last line says how many passed and failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Verdict } from './verdict-reporter.js';

const ROOT = join(import.meta.dirname, '../..');
const VERDICT_FILE = join(ROOT, 'node_modules/.portee/verdict.json');
/** What programs under test log in this run. */
const LOGS = mkdtempSync(join(tmpdir(), 'portee-logs-'));
/** How many telling lines are shown. */
const MOST_SHOWN = 20;
/** On the build machine nothing may be left out. */
const allowsNoSkip = Boolean(process.env['CI']);
/** `npm test -- some/path` runs those tests only. */
const chosen = process.argv.slice(2);

const tool = (path: string) => join(ROOT, 'node_modules', path);
const checks: { title: string; parameters: string[] }[] = [
  { title: 'lint', parameters: [tool('oxlint/bin/oxlint')] },
  { title: 'types of apps and libs', parameters: [tool('nx/dist/bin/nx.js'), 'run-many', '-t', 'typecheck', '--outputStyle=stream'] },
  { title: 'types of tests', parameters: [tool('typescript/bin/tsc'), '-p', 'tsconfig.json'] },
];

function run(parameters: string[]): boolean {
  return spawnSync(process.execPath, parameters, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PORTEE_TEST_VERDICT: VERDICT_FILE, PORTEE_TEST_LOGS: LOGS } }).status === 0;
}

function runCheck({ title, parameters }: { title: string; parameters: string[] }): boolean {
  process.stdout.write(`\n— ${title}\n`);
  const isGood = run(parameters);
  process.stdout.write(`${isGood ? '✓' : '✗'} ${title}\n`);
  return isGood;
}

function runVitest(): Verdict {
  process.stdout.write('\n— tests\n');
  mkdirSync(dirname(VERDICT_FILE), { recursive: true });
  rmSync(VERDICT_FILE, { force: true });
  const isGood = run([tool('vitest/vitest.mjs'), 'run', '--reporter=default', `--reporter=${join(import.meta.dirname, 'verdict-reporter.ts')}`, ...chosen]);
  if (!existsSync(VERDICT_FILE)) return { passed: 0, failed: 1, skipped: [], absent: [], leftToLong: [], cannotHappen: [], logs: { lines: 0, told: [] } };
  const verdict: Verdict = JSON.parse(readFileSync(VERDICT_FILE, 'utf8'));
  return isGood || verdict.failed > 0 ? verdict : { ...verdict, failed: 1 };
}

/** @returns whether no line tells a secret, or anybody's address */
function checkLogs({ logs: { lines, told } }: Verdict): boolean {
  process.stdout.write('\n— logs without secrets or personal data\n');
  rmSync(LOGS, { recursive: true, force: true });
  for (const { what, line } of told.slice(0, MOST_SHOWN)) process.stdout.write(`  ${what}: ${line.slice(0, 600)}\n`);
  const isGood = told.length === 0;
  process.stdout.write(`${isGood ? '✓' : '✗'} ${told.length} of ${lines} lines tell what they must not\n`);
  return isGood;
}

function list(title: string, sentences: string[]): void {
  if (sentences.length > 0) process.stdout.write(`\n${title} (${sentences.length}):\n${sentences.map((sentence) => `  - ${sentence}\n`).join('')}`);
}

const outcomes = chosen.length > 0 ? [] : checks.map(runCheck);
const verdict = runVitest();
outcomes.push(checkLogs(verdict));
const passed = verdict.passed + outcomes.filter(Boolean).length;
const failed = verdict.failed + outcomes.filter((isGood) => !isGood).length;
list('Skipped', verdict.skipped);
list('Absent: the folder ../shared/data is not on this machine', verdict.absent);
list('Left to npm run test:long', verdict.leftToLong);
list('Cannot happen there: rules of connectors that a network gives no occasion for', verdict.cannotHappen);
if (allowsNoSkip && verdict.skipped.length > 0) process.stdout.write('\nNo skip is allowed here: this run counts as failed.\n');
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || (allowsNoSkip && verdict.skipped.length > 0) ? 1 : 0;
