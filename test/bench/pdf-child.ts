// Renders the report given on standard input several times with the built program; tells the times and the highest memory.
import { text } from 'node:stream/consumers';

/** Milliseconds of each document, the first with fonts to read; bytes of memory and of the document. */
export interface PdfTiming {
  times: number[];
  memory: number;
  size: number;
}

const DOCUMENTS = 6;
const { renderPdf }: typeof import('../../apps/api/src/reports/render-pdf.js') = await import(new URL('../../apps/api/dist/reports/render-pdf.js', import.meta.url).href);
const report: Parameters<typeof renderPdf>[0] = JSON.parse(await text(process.stdin));
const times: number[] = [];
let size = 0;
for (let index = 0; index < DOCUMENTS; index += 1) {
  const start = performance.now();
  // Another name each time: a document laid out before would be remembered.
  const named = { ...report, organisation: { ...report.organisation, name: `${report.organisation.name} ${index}` } };
  size = (await renderPdf(named, { locale: 'fr' })).length;
  times.push(performance.now() - start);
}
const timing: PdfTiming = { times, memory: process.resourceUsage().maxRSS * 1024, size };
process.stdout.write(`${JSON.stringify(timing)}\n`);
