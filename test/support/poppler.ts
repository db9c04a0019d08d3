import { execFileSync, spawnSync } from 'node:child_process';

/** Whether poppler's programs are on this machine (Debian: poppler-utils). Tests that read a PDF back are skipped without them. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** The text of a PDF as it stands on the page, columns kept apart. */
export function pdfText(pdf: Buffer): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1e7 });
}
