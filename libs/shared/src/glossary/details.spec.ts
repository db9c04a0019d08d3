import { describe, expect, it } from 'vitest';
import { locales } from '../contract/primitives.contract.js';
import { detailsOf, glossaryParts } from './details.js';
import { anchorOfWord, explainedWords } from './words.js';

describe('the words of Portée', () => {
  it.each(locales)('stand each in one part, none twice and none left out: %s', (locale) => {
    const words = glossaryParts(locale).flatMap((part) => part.words.map(({ word }) => word));
    expect(words.toSorted()).toEqual([...explainedWords].toSorted());
  });

  it('have anchors of their own, which an address can hold as they are', () => {
    const anchors = explainedWords.map(anchorOfWord);
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const anchor of anchors) expect(anchor).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
  });

  it('name the very limits that the formulas hold', () => {
    expect(detailsOf('perHundred', 'fr').limits).toContain('Sous 50 abonnés');
    expect(detailsOf('ratio', 'en').limits).toContain('under 20 likes');
    expect(detailsOf('typical', 'nl').limits).toContain('er 5 nodig');
  });

  it('say how they are worked out where they are', () => {
    expect(detailsOf('perHundred', 'fr').formula).toBe('personnes touchées ÷ abonnés ce jour-là × 100');
    expect(detailsOf('dash', 'fr').formula).toBeNull();
  });
});
