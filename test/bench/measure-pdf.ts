import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { sampleReport } from '../fixtures/monthly-report.sample.js';
import type { PdfTiming } from './pdf-child.js';
import type { Measure } from './verdict.js';

/** The board document of an invented month with five channels, in a process of its own. */
export function measurePdf(): Measure[] {
  const answer = execFileSync(process.execPath, [join(import.meta.dirname, 'pdf-child.ts')], { input: JSON.stringify(sampleReport()), encoding: 'utf8' });
  const { times, memory, size }: PdfTiming = JSON.parse(answer);
  const [cold = 0, ...warm] = times;
  return [
    { what: 'PDF, warm', runs: warm, unit: 'ms', limit: { kind: 'bound', side: 'at most', value: 500 }, note: `five channels, ${Math.round(size / 1000)} kB; the first one took ${Math.round(cold)} ms` },
    { what: 'PDF, memory of its process', runs: [memory / 1024 / 1024], unit: 'MB', limit: { kind: 'bound', side: 'at most', value: 200 }, note: `highest of ${times.length} documents, Node included` },
  ];
}
