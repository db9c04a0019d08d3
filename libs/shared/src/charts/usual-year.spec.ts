import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../../../test/fixtures/monthly-report.sample.js';
import type { Drawing, Mark } from './marks.js';
import { sharedScale } from './shared-scale.js';
import { staffWords } from './staff-words.js';
import { toStaffInput, type StaffInput } from './staff-input.js';
import { usualYear } from './usual-year.js';

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

  it.each([{ width: 250 }, { width: 460 }, { width: 900 }])('keeps every mark within $width pixels', ({ width }) => {
    for (const input of [given(facebook), given(instagram)]) {
      const places = draw(input, width).marks.flatMap((mark) => ('points' in mark ? mark.points : [mark.at]));
      expect(places.every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= 190)).toBe(true);
    }
  });
});
