import { execFileSync, spawnSync } from 'node:child_process';

/** Whether poppler's programs are on this machine (Debian: poppler-utils). Tests that read a PDF back are skipped without them. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** The text of a PDF: `layout` as it stands on the page, columns kept apart; `raw` in the order it is laid out. */
export function pdfText(pdf: Buffer, order: 'layout' | 'raw' = 'layout'): string {
  return execFileSync('pdftotext', [`-${order}`, '-', '-'], { input: pdf, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1e7 });
}

/** Where a word stands: its page from 0, its box in points from the page's upper left corner. */
export interface PlacedWord { page: number; word: string; left: number; top: number; right: number; bottom: number }

/** Every word of a PDF with its place. */
export function placedWords(pdf: Buffer): PlacedWord[] {
  const html = execFileSync('pdftotext', ['-bbox', '-', '-'], { input: pdf, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1e7 });
  return html.split('<page ').slice(1).flatMap((text, page) => Array.from(
    text.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gsu),
    ([, left, top, right, bottom, word = '']) => ({ page, word, left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) }),
  ));
}
