import { execFileSync, spawnSync } from 'node:child_process';

/** Whether poppler's programs are on this machine (Debian: poppler-utils). Tests that read a PDF back are skipped without them. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** The text of a PDF: `layout` as it stands on the page, columns kept apart; `raw` in the order it is laid out. */
export function pdfText(pdf: Buffer, order: 'layout' | 'raw' = 'layout'): string {
  return execFileSync('pdftotext', [`-${order}`, '-', '-'], { input: pdf, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1e7 });
}
