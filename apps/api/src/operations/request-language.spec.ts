import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preferredLanguage } from './request-language.js';

describe('preferredLanguage', () => {
  it.each([
    ['', 'fr'],
    ['fr-BE', 'fr'],
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['de-DE,nl;q=0.5,en;q=0.7', 'en'], // German is none of ours: the heaviest that is
    ['de, *;q=0.1', 'fr'],
    ['en;q=0, nl', 'nl'], // weight 0 is a refusal
    ['EN', 'en'],
  ])('reads %j as %s', (header, expected) => {
    expect(preferredLanguage(header)).toBe(expected);
  });

  it('gives one of our languages for whatever comes', () => {
    fc.assert(fc.property(fc.string(), (header) => ['fr', 'en', 'nl'].includes(preferredLanguage(header))));
  });
});
