import { describe, expect, it } from 'vitest';
import { analysedPost } from '../../../../test/support/analysed-span.js';
import { daysOfArms, publishAsDrawn, publishedIn } from './publish-as-drawn.js';

/** A Wednesday. */
const post = { day: '2026-11-25', time: '10:15', format: 'photo' as const };

describe('a post as it was drawn', () => {
  it.each([
    ['hour_band', 'morning', post], // it is one already: its own time stays
    ['hour_band', 'night', { ...post, time: '21:30' }],
    ['weekday', 'mon', { ...post, day: '2026-11-23' }],
    ['weekday', 'sun', { ...post, day: '2026-11-29' }], // weeks begin on Mondays
    ['format', 'video', { ...post, format: 'video' }],
    ['share_oriented', 'yes', post], // a matter of words
    ['rendezvous', 'no', post],
  ] as const)('%s %s', (dimension, drawn, expected) => {
    expect(publishAsDrawn(post, { dimension, drawn })).toEqual(expected);
  });

  it('may stand on either of two days of its week where weekdays are tried', () => {
    expect(daysOfArms('2026-11-25', { dimension: 'weekday', level: 'thu', against: 'mon' })).toEqual(['2026-11-26', '2026-11-23']);
    expect(daysOfArms('2026-11-25', { dimension: 'format', level: 'video', against: 'photo' })).toEqual(['2026-11-25']);
  });
});

describe('a published post', () => {
  const told = analysedPost('a', { at: '2026-11-26T18', format: 'link', isShareOriented: true, series: null });
  it.each([
    ['hour_band', 'evening', 'morning', 'level'],
    ['hour_band', 'morning', 'evening', 'against'],
    ['hour_band', 'morning', 'midday', null],
    ['weekday', 'thu', 'mon', 'level'],
    ['format', 'video', 'photo', null],
    ['share_oriented', 'yes', 'no', 'level'],
    ['rendezvous', 'yes', 'no', 'against'],
  ] as const)('is, of %s %s against %s, in %s', (dimension, level, against, expected) => {
    expect(publishedIn(told, { dimension, level, against })).toBe(expected);
  });
});
