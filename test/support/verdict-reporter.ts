import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { SerializedError } from 'vitest';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { type SearchedLogs, searchLogs } from './search-logs.js';

/** Outcome of one run. Names carry the reason given by the test, when it gave one. */
export interface Verdict {
  passed: number;
  failed: number;
  skipped: string[];
  /** Checks on ../shared/data on a machine without that folder. */
  absent: string[];
  /** Checks that only `npm run test:long` makes. */
  leftToLong: string[];
  /** Rules of connectors that a network gives no occasion for. */
  cannotHappen: string[];
  /** What programs under test logged. */
  logs: SearchedLogs;
}

/** Counts the run for run-tests.ts: what passed, what failed, and what was left out with its reason. */
export default class VerdictReporter implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): Promise<void> {
    const kept = process.env['PORTEE_TEST_LOGS'];
    const logs = kept === undefined ? { lines: 0, told: [] } : await searchLogs(kept);
    const verdict: Verdict = { passed: 0, failed: errors.length, skipped: [], absent: [], leftToLong: [], cannotHappen: [], logs };
    for (const module of modules) {
      verdict.failed += module.errors().length;
      for (const test of module.children.allTests()) count(test, verdict);
    }
    const file = process.env['PORTEE_TEST_VERDICT'];
    if (file) writeFileSync(file, JSON.stringify(verdict));
  }
}

const SHARED_DATA = join(import.meta.dirname, '../../../shared/data');

function count(test: TestCase, verdict: Verdict): void {
  const result = test.result();
  if (result.state === 'passed') verdict.passed += 1;
  else if (result.state === 'failed') verdict.failed += 1;
  else leaveOut(test, result.state === 'skipped' ? result.note : undefined, verdict);
}

/** Where ../shared/data is not, the checks on it are absent, not skipped; so are those kept for the long tier. */
function leaveOut(test: TestCase, note: string | undefined, verdict: Verdict): void {
  const file = test.module.moduleId;
  const sentence = `${relative(process.cwd(), file)}: ${test.fullName}${note === undefined ? '' : ` (${note})`}`;
  if (note === 'cannot happen on this network') verdict.cannotHappen.push(sentence);
  else if (/test:long|long tier/.test(sentence)) verdict.leftToLong.push(sentence);
  else if (!existsSync(SHARED_DATA) && readFileSync(file, 'utf8').includes('shared/data')) verdict.absent.push(sentence);
  else verdict.skipped.push(sentence);
}
