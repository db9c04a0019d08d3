import { describe, expect, it } from 'vitest';
import { translatorFor } from '../translator.js';
import { formatPeople } from './people.js';

describe('formatPeople', () => {
  it.each([
    { rate: 0.0562, fr: '6\u00A0personnes', en: '6\u00A0people' },
    { rate: 0.005, fr: '1\u00A0personne', en: '1\u00A0person' },
    { rate: 0, fr: 'moins d’une personne', en: 'less than one person' },
    { rate: 1, fr: 'autant de personnes que d’abonnés, ou plus', en: 'as many people as there are followers, or more' },
  ])('says $rate as « $fr »', ({ rate, fr, en }) => {
    expect([formatPeople(rate, translatorFor('fr')), formatPeople(rate, translatorFor('en'))]).toEqual([fr, en]);
  });
});
