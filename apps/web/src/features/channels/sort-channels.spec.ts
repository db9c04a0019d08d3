import { describe, expect, it } from 'vitest';
import { sampleCompared } from '../../../../../test/fixtures/insights.sample.js';
import { readSort, sortChannels, writeSort } from './sort-channels.js';

const networksBy = (text: string | null): string[] => sortChannels(sampleCompared(), readSort(text)).map(({ network }) => network);

describe('the order of channels', () => {
  it.each([
    { rule: 'is the one given without a choice', sort: null, expected: ['facebook', 'instagram', 'newsletter', 'youtube', 'mastodon'] },
    { rule: 'is the one given where the address makes no sense', sort: '-nothing', expected: ['facebook', 'instagram', 'newsletter', 'youtube', 'mastodon'] },
    { rule: 'puts the most followers first', sort: '-abonnes', expected: ['facebook', 'instagram', 'newsletter', 'mastodon', 'youtube'] },
    { rule: 'puts unknown reach last, downwards', sort: '-portee', expected: ['newsletter', 'instagram', 'facebook', 'youtube', 'mastodon'] },
    { rule: 'puts unknown reach last, upwards too', sort: 'portee', expected: ['facebook', 'instagram', 'newsletter', 'youtube', 'mastodon'] },
    { rule: 'compares nobody by two months of hours', sort: '-heure', expected: ['facebook', 'instagram', 'newsletter', 'youtube', 'mastodon'] },
    { rule: 'goes by names as people read them', sort: 'canal', expected: ['facebook', 'instagram', 'newsletter', 'mastodon', 'youtube'] },
  ])('$rule', ({ sort, expected }) => {
    expect(networksBy(sort)).toEqual(expected);
  });

  it('is written as it is read', () => {
    expect(['-portee', 'canal'].map((text) => readSort(text)).map((sort) => (sort === null ? '' : writeSort(sort)))).toEqual(['-portee', 'canal']);
  });
});
