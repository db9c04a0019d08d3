import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../../../test/fixtures/monthly-report.sample.js';
import type { ReachMonth } from '../contract/reach.contract.js';
import type { ChannelReport } from '../contract/report.contract.js';
import { toStaffInput, twelveMonthsTo, type StaffInput } from './staff-input.js';

const report = sampleReport();
const input = toStaffInput(facebook(), report.notes, report.month);

describe('toStaffInput', () => {
  it('spans the twelve months that end with the report, across the turn of the year', () => {
    expect(twelveMonthsTo('2026-02')).toEqual([
      '2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02',
    ]);
  });

  it('keeps a month without a reading as a gap, never as zero', () => {
    expect(input.gaps).toEqual([{ start: 4, end: 5, state: 'not-measured' }]);
  });

  it('cuts the line at the gap and at the seam, and nowhere else', () => {
    const cuts = input.parts.filter((part) => part.usual.median !== null && !part.joinsPrevious).map(({ from }) => from);
    expect(cuts).toEqual(['2025-11-01', '2026-04-01', '2026-06-15']);
  });

  it('places the seam at the start of its day, half-way through June', () => {
    // By hand: June is the eighth month (7 gone), fourteen of its thirty days gone.
    expect(input.seams).toEqual([{ day: '2026-06-15', place: 7 + 14 / 30 }]);
  });

  it('draws no seam for a change that keeps figures comparable, nor for another measure', () => {
    const seams = facebook().seams;
    expect(withSeams(seams.map((seam) => ({ ...seam, comparable: true }))).seams).toEqual([]);
    expect(withSeams(seams.map((seam) => ({ ...seam, measure: 'views' }))).seams).toEqual([]);
  });

  it('leaves out posts of other months', () => {
    const stray = { publishedAt: '2024-01-01T10:00:00Z', day: '2024-01-01', rate: 0.5, paid: false };
    expect(toStaffInput(facebook(), [stray], report.month).notes).toEqual([]);
  });

  it('names months whose posts are all too recent differently from months without a reading', () => {
    const growing = withLast({ growing: 3 });
    expect(growing.gaps.at(-1)).toEqual({ start: 11, end: 12, state: 'growing' });
  });
});

describe('which posts stand behind a month', () => {
  const five = { median: 0.05, low: 0.03, high: 0.08, posts: 5 };
  const four = { median: null, low: null, high: null, posts: 4 };
  it.each([
    { case: 'organic posts where five are known', organic: five, unknown: four, paid: four, all: five, expected: [0.05, 'organic'] },
    { case: 'organic and unknown together where nothing is known to be paid', organic: none(), unknown: five, paid: none(), all: five, expected: [0.05, 'organic-and-unknown'] },
    { case: 'unknown ones alone beside paid ones', organic: none(), unknown: five, paid: four, all: four, expected: [0.05, 'organic-and-unknown'] },
    { case: 'no figure where a paid post would have to be mixed in', organic: four, unknown: four, paid: four, all: five, expected: [null, 'organic-and-unknown'] },
  ])('$case', ({ organic, unknown, paid, all, expected }) => {
    const part = withLast({ organic, unknown, paid, all }).parts.at(-1);
    expect([part?.usual.median, part?.basis]).toEqual(expected);
  });
});

function facebook(): ChannelReport {
  const [channel] = report.channels;
  if (channel === undefined) throw new Error('the sample has channels');
  return channel;
}

function withSeams(seams: ChannelReport['seams']): StaffInput {
  return toStaffInput({ ...facebook(), seams }, [], report.month);
}

/** October replaced: nothing but what is given. */
function withLast(change: Partial<ReachMonth>): StaffInput {
  const months = facebook().months;
  const last = months.at(-1);
  if (last === undefined) throw new Error('the sample has months');
  const empty = { ...last, all: none(), organic: none(), paid: none(), unknown: none(), growing: 0 };
  return toStaffInput({ ...facebook(), months: [...months.slice(0, -1), { ...empty, ...change }] }, [], report.month);
}

function none(): ReachMonth['all'] {
  return { median: null, low: null, high: null, posts: 0 };
}
