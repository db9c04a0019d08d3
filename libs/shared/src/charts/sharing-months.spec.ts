import { describe, expect, it } from 'vitest';
import { writing } from '../messages/writing.js';
import type { Mark } from './marks.js';
import { sharingMonths, type SharingMonth } from './sharing-months.js';

const write = writing('fr');
const month = (name: string, sharesPerLike: number | null, posts = 12): SharingMonth => ({ month: name, posts, sharesPerLike });
const draw = (months: readonly SharingMonth[], width = 480): readonly Mark[] => sharingMonths(months, { width, height: 230, write }).marks;
const boxes = (marks: readonly Mark[]): Extract<Mark, { kind: 'box' }>[] => marks.filter((mark) => mark.kind === 'box');
const texts = (marks: readonly Mark[], role: string): string[] => marks.flatMap((mark) => (mark.kind === 'text' && mark.role === role ? [mark.text] : []));

describe('shares for 100 likes, month by month', () => {
  it('are bars from zero: twice the ratio is twice the height', () => {
    const [first, second] = boxes(draw([month('2026-09', 0.1), month('2026-10', 0.2)]));
    expect(second?.height).toBeCloseTo(2 * (first?.height ?? 0), 9);
  });

  it('are pale under 8 posts, and a stub without a height of its own where there is no ratio', () => {
    const bars = boxes(draw([month('2026-08', 0.2, 7), month('2026-09', null), month('2026-10', 0.2, 8)]));
    expect(bars.map(({ role }) => role)).toEqual(['pale-bar', 'not-measured', 'bar']);
  });

  it('say the highest and the last, and one of both where they would touch', () => {
    expect(texts(draw([month('2026-05', 0.31), month('2026-06', 0.1), month('2026-07', 0.1), month('2026-08', 0.2)]), 'accent')).toEqual(['31', '20']);
    expect(texts(draw([month('2026-09', 0.31), month('2026-10', 0.2)]), 'accent')).toEqual(['31']);
  });

  it('are measured against round figures', () => {
    expect(texts(draw([month('2026-10', 0.31)]), 'quiet').slice(0, 3)).toEqual(['0', '20', '40']);
  });

  it('name all months alike: by their letter where one name does not fit', () => {
    const year = Array.from({ length: 12 }, (_, index) => month(`2026-${String(index + 1).padStart(2, '0')}`, 0.2));
    expect(texts(draw(year, 360), 'quiet').slice(3)).toEqual(['j', '2026', 'f', 'm', 'a', 'm', 'j', 'j', 'a', 's', 'o', 'n', 'd']);
    expect(texts(draw(year, 900), 'quiet')).toContain('sept.');
  });

  it('stand without a bar where nothing at all is known', () => {
    expect(boxes(draw([month('2026-10', null)])).map(({ role }) => role)).toEqual(['not-measured']);
    expect(boxes(draw([month('2026-10', 0)]))[0]?.height).toBe(0);
  });
});
