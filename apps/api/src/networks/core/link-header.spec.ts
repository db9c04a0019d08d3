import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPage } from './link-header.js';

const from = new URL('https://mastodon.example/api/v1/x?limit=40');

describe('nextPage', () => {
  it.each([
    { header: '<https://mastodon.example/api?max_id=1>; rel="next", <https://mastodon.example/api?min_id=2>; rel="prev"', expected: 'https://mastodon.example/api?max_id=1' },
    { header: '<https://a.example/p>; rel="prev", </api?max_id=3>; rel=next', expected: 'https://mastodon.example/api?max_id=3' },
    { header: '<https://a.example/?q=a,b>; title="x"; rel="next"', expected: 'https://a.example/?q=a,b' },
    { header: '<https://a.example/p>; rel="nextone"', expected: null },
    { header: undefined, expected: null },
  ])('of $header is $expected', ({ header, expected }) => {
    expect(nextPage(header, from)?.href ?? null).toBe(expected);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (header) => void nextPage(header, from)));
  });
});
