import { printLook, reportWords } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../../../test/fixtures/monthly-report.sample.js';
import { boardDocument } from './board-document.js';
import { inlineDrawing } from './inline-drawing.js';
import { sharedPage } from './shared-page.js';

const words = reportWords('fr');
const page = sharedPage(sampleReport(), { words, lastDay: '2026-12-30', pdf: '/partage/rapport.pdf?cle=x' });

describe('drawings in a page', () => {
  it('take every colour from the page, so that dark, light and print are its matter', () => {
    const { staff } = boardDocument(sampleReport(), words);
    const drawing = inlineDrawing(staff?.picture ?? '', 'x').text;
    expect(drawing).toContain('fill="var(--accent)"');
    expect(drawing).not.toMatch(/(?:fill|stroke)="(?:#|white|black|rgb)/iu);
    expect(page).not.toContain(printLook.accent);
  });

  it('share no id, and lead to none that is not there', () => {
    const ids = Array.from(page.matchAll(/ id="([^"]+)"/gu), ([, id = '']) => id);
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id = ''] of page.matchAll(/url\(#([^)]+)\)/gu)) expect(ids).toContain(id);
  });
});
