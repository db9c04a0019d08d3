import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../../../test/fixtures/monthly-report.sample.js';
import type { Drawing, Mark } from './marks.js';
import { sharedScale } from './shared-scale.js';
import { staffWords } from './staff-words.js';
import { toStaffInput, type StaffInput } from './staff-input.js';
import { usualYear } from './usual-year.js';
import { usualYearTitle, yearWindow } from './year-window.js';

const report = sampleReport();
const [facebook, instagram] = report.channels.map((channel) => toStaffInput(channel, [], report.month));

function given(input: StaffInput | undefined): StaffInput {
  if (input === undefined) throw new Error('the sample has two channels');
  return input;
}

const scale = sharedScale([given(facebook), given(instagram)]);
const draw = (input: StaffInput, width = 400): Drawing => usualYear(input, scale, { width, height: 190, words: staffWords('fr') });
const ofKind = <Kind extends Mark['kind']>({ marks }: Drawing, kind: Kind): Extract<Mark, { kind: Kind }>[] =>
  marks.filter((mark): mark is Extract<Mark, { kind: Kind }> => mark.kind === kind);

describe('a small year', () => {
  it('breaks its line at the gap and at the seam, and cuts the seam’s own month in two', () => {
    const drawing = draw(given(facebook));
    const runs = ofKind(drawing, 'line').filter(({ role }) => role === 'usual');
    // November to February, April to 14 June, 15 June to October.
    expect(runs.map(({ points }) => points.length)).toEqual([4, 3, 5]);
    expect(ofKind(drawing, 'line').filter(({ role }) => role === 'seam')).toHaveLength(1);
  });

  it('names what was not measured, and hatches it', () => {
    const drawing = draw(given(facebook));
    expect(ofKind(drawing, 'box')).toHaveLength(1);
    expect(ofKind(drawing, 'text').find(({ text }) => text === 'non mesuré')).toMatchObject({ isTurned: true });
  });

  it('puts equal rates of two channels at one height', () => {
    const ends = [facebook, instagram].map((input) => {
      const parts = given(input).parts.map((part) => ({ ...part, usual: { ...part.usual, median: 0.1 } }));
      return ofKind(draw({ ...given(input), parts }), 'head').at(-1)?.at.y;
    });
    expect(ends[0]).toBeDefined();
    expect(ends[0]).toBe(ends[1]);
  });

  it('draws a month of few posts pale', () => {
    const roles = ofKind(draw(given(facebook)), 'head').map(({ role }) => role);
    // 6 posts before the seam, then 7, 6 and 7.
    expect(roles.filter((role) => role === 'few')).toHaveLength(4);
  });

  it('stands at the edge where its likely range goes beyond the scale', () => {
    const parts = given(instagram).parts.map((part) => ({ ...part, usual: { ...part.usual, low: 0.0001, high: 40 } }));
    const [band] = ofKind(draw({ ...given(instagram), parts }), 'area');
    expect(band?.points.every(({ y }) => y >= 0 && y <= 190)).toBe(true);
  });

  it.each([{ width: 250 }, { width: 460 }, { width: 900 }])('keeps every mark within $width pixels', ({ width }) => {
    for (const input of [given(facebook), given(instagram)]) {
      const places = draw(input, width).marks.flatMap((mark) => ('points' in mark ? mark.points : [mark.at]));
      expect(places.every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= 190)).toBe(true);
    }
  });
});

describe('months that have a figure only together', () => {
  const [, , letter] = report.channels;
  if (letter === undefined) throw new Error('the sample has a newsletter');
  const input = toStaffInput(letter, [], report.month);
  const window = yearWindow(input, letter.headline);

  it('are drawn as one, as wide as they are, and said so', () => {
    const drawing = usualYear(input, sharedScale([input], [window]), { width: 400, height: 190, words: staffWords('fr'), window });
    const [band] = ofKind(drawing, 'area');
    const [letterA, letterB] = ofKind(drawing, 'text').filter(({ role, text }) => role === 'quiet' && /^[a-z]$/u.test(text)).slice(9, 11);
    // August to October: three of twelve months.
    expect((band?.points[1]?.x ?? 0) - (band?.points[0]?.x ?? 0)).toBeCloseTo(3 * ((letterB?.at.x ?? 0) - (letterA?.at.x ?? 0)), 6);
    expect(ofKind(drawing, 'head')).toHaveLength(1);
    expect(sharedScale([given(facebook), input], [null, window]).highest).toBeGreaterThan(0.47);
    expect(usualYearTitle(input, window, staffWords('fr')).replaceAll(/\s/gu, ' ')).toBe('47 pour 100, août à octobre 2026 pris ensemble');
  });

  it('are none where a month has its own figure, or where there is no figure at all', () => {
    expect(yearWindow(given(instagram), { ...letter.headline })).toBeNull();
    expect(yearWindow(input, { ...letter.headline, figure: { ...letter.headline.figure, median: null } })).toBeNull();
  });
});
