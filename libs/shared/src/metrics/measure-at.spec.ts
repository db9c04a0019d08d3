import { describe, expect, it } from 'vitest';
import type { MeasureDefinition } from '../contract/network.contract.js';
import { definitionAt, lastCut, seamsBetween } from './measure-at.js';

function definition(more: Pick<MeasureDefinition, 'id'> & Partial<MeasureDefinition>): MeasureDefinition {
  return {
    network: 'facebook', measure: 'reach', level: 'post', networkNames: {}, basis: 'people_period', validFrom: null, validUntil: null,
    comparableWithPrevious: false, fading: false, standIn: false, given: true, source: 'https://example.org', ...more,
  };
}

const former = definition({ id: 'former', validUntil: '2026-06-15' });
const present = definition({ id: 'present', validFrom: '2026-06-15' });
const ofChannel = [
  definition({ id: 'channel', level: 'channel', validUntil: '2026-01-01' }), definition({ id: 'channel-since', level: 'channel', validFrom: '2026-01-01' }),
  definition({ id: 'followers', level: 'channel', measure: 'followers', validUntil: '2026-01-01' }), definition({ id: 'followers-since', level: 'channel', measure: 'followers', validFrom: '2026-01-01' }),
];
const viewsBegan = definition({ id: 'views', measure: 'views', validFrom: '2025-11-15', validUntil: '2026-02-01' });
const viewsRenamed = definition({ id: 'views-renamed', measure: 'views', validFrom: '2026-02-01', comparableWithPrevious: true });
const splitGone = [
  definition({ id: 'organic', measure: 'reachOrganic', validUntil: '2026-06-15' }),
  definition({ id: 'organic-gone', measure: 'reachOrganic', validFrom: '2026-06-15', given: false }),
];
const all = [...ofChannel, present, former, viewsRenamed, viewsBegan, ...splitGone];
const year = { from: '2025-10-01', to: '2026-10-31' };

describe('definitionAt', () => {
  it.each([
    { day: '2026-06-14', id: 'former' },
    { day: '2026-06-15', id: 'present' }, // the first day of the new one, and no longer of the former
    { day: '1999-01-01', id: 'former' },
  ])('on $day is $id', ({ day, id }) => {
    expect(definitionAt(all, 'reach', day)?.id).toBe(id);
  });

  it('knows figures of posts alone: the day a figure of a channel is about does not say how it was counted', () => {
    expect(definitionAt(all, 'followers', '2026-10-01')).toBeNull();
    expect(definitionAt(ofChannel, 'reach', '2026-10-01')).toBeNull();
  });

  it('is null before the measure existed', () => {
    expect(definitionAt(all, 'views', '2025-11-14')).toBeNull();
  });
});

describe('seamsBetween', () => {
  it('names the day, both definitions and whether they compare', () => {
    expect(seamsBetween(all, ['reach', 'views'], year)).toEqual([
      { day: '2026-02-01', measure: 'views', before: 'views', after: 'views-renamed', comparable: true },
      { day: '2026-06-15', measure: 'reach', before: 'former', after: 'present', comparable: false },
    ]);
  });

  it('tells the end of a figure, but not its beginning', () => {
    expect(seamsBetween(all, ['reachOrganic'], year).map(({ after }) => after)).toEqual(['organic-gone']);
    expect(seamsBetween(all, ['views'], { from: '2025-11-01', to: '2025-12-31' })).toEqual([]);
    const [saved, notYet] = [definition({ id: 'saves', measure: 'saves', validFrom: '2026-03-01' }), definition({ id: 'none', measure: 'saves', validUntil: '2026-03-01', given: false })];
    expect(seamsBetween([saved, notYet], ['saves'], year)).toEqual([]);
  });

  it('draws none for figures of channels: days before one may have been read after it', () => {
    expect(seamsBetween(all, ['reach', 'followers'], { from: '2025-12-01', to: '2026-01-31' })).toEqual([]);
  });

  it.each([
    { from: '2026-06-14', to: '2026-06-15', seams: 1 },
    { from: '2026-06-15', to: '2026-12-31', seams: 0 }, // nothing of the span lies before it
    { from: '2026-01-01', to: '2026-06-14', seams: 0 },
  ])('finds $seams from $from to $to', ({ seams, ...days }) => {
    expect(seamsBetween(all, ['reach'], days)).toHaveLength(seams);
  });
});

describe('lastCut', () => {
  const seams = seamsBetween(all, ['reach', 'views'], year);

  it('finds the last cut on or before a day', () => {
    expect([lastCut(seams, '2026-06-14'), lastCut(seams, '2026-06-15'), lastCut(seams, '2026-12-31')]).toEqual([null, '2026-06-15', '2026-06-15']);
  });

  it('does not cut at a seam that compares', () => {
    expect(lastCut(seams, '2026-06-14')).toBeNull();
    expect(lastCut(seams.map((seam) => ({ ...seam, comparable: false })), '2026-06-14')).toBe('2026-02-01');
  });
});
