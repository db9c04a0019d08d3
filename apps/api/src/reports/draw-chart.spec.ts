import { postCurveChart, printLook, staffChart, staffWords, toPostCurve, toStaffInput, type Note, type StaffInput } from '@portee/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../../../test/fixtures/monthly-report.sample.js';
import { drawChart } from './draw-chart.js';

const words = staffWords('fr');
const report = sampleReport();
const noNumber = /NaN|Infinity|undefined|null/;

/** Notes of any height, from nobody to fifty times the followers, anywhere in the year. */
const notes: fc.Arbitrary<Note[]> = fc.array(
  fc.record({
    day: fc.date({ min: new Date('2025-11-01'), max: new Date('2026-10-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    rate: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 50, noNaN: true })),
    paid: fc.constantFrom(true, false, null),
  }).map((note) => ({ ...note, publishedAt: `${note.day}T12:00:00Z` })),
  { maxLength: 30 },
);

describe('drawChart', () => {
  it('draws every channel of the month on an SVG canvas with a view box', () => {
    for (const channel of report.channels) {
      const svg = draw(toStaffInput(channel, [], report.month));
      expect(svg).toMatch(/<svg viewBox="0 0 658 300"/);
      expect(svg).not.toMatch(noNumber);
    }
  });

  it('draws each thing once: a second pass would double the content', () => {
    const [main] = report.channels;
    if (main === undefined) throw new Error('the sample has channels');
    const heads = draw(toStaffInput(main, report.notes, report.month)).match(new RegExp(`fill="${printLook.outline}"`, 'g'));
    expect(heads).toHaveLength(report.notes.filter(({ paid }) => paid === false).length);
  });

  it('places every post, however high, low or absurd, at any width', () => {
    fc.assert(fc.property(notes, fc.integer({ min: 200, max: 1400 }), (given, width) => {
      const [main] = report.channels;
      if (main === undefined) throw new Error('the sample has channels');
      expect(draw(toStaffInput(main, given, report.month), width)).not.toMatch(noNumber);
    }), { numRuns: 25 });
  });

  it('draws a post’s curve with no reading, one late reading, or many', () => {
    const [post] = report.best;
    if (post === undefined) throw new Error('the sample has posts');
    for (const ages of [[], [40], [0.1, 1, 3, 7]]) {
      const readings = ages.map((ageDays) => ({ ageDays, reach: 90, observedAt: '2026-10-30T00:00:00Z', source: 'file', followers: null, views: null, likes: null, comments: null, shares: null }));
      const curve = toPostCurve({ post, readings, finalAgeDays: 7, usual: { median: null, low: null, high: null, posts: 0 }, definitions: [] });
      expect(drawChart(postCurveChart(curve, printLook, words), { width: 330, height: 240 })).not.toMatch(noNumber);
    }
  });
});

function draw(input: StaffInput, width = 658): string {
  return drawChart(staffChart(input, printLook, words), { width, height: 300 });
}
