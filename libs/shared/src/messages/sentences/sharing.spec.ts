import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharesPerLike } from '../../metrics/shares-per-like.js';
import { translatorFor } from '../translator.js';
import { sharingSentence } from './sharing.js';

const fr = translatorFor('fr');

describe('sharingSentence', () => {
  it.each([
    { shares: 143, likes: 684, says: '143\u00A0partages pour 684\u00A0j’aime, soit environ 1\u00A0partage pour 5\u00A0j’aime.' }, // by hand: 684 / 143 = 4.8
    { shares: 1, likes: 40, says: '1\u00A0partage pour 40\u00A0j’aime, soit environ 1\u00A0partage pour 40\u00A0j’aime.' },
    { shares: 60, likes: 40, says: '60\u00A0partages pour 40\u00A0j’aime, soit environ 1,5 partages par j’aime.' },
    { shares: 0, likes: 40, says: 'Aucun partage pour 40\u00A0j’aime.' },
    { shares: 4, likes: 19, says: '4\u00A0partages pour 19\u00A0j’aime\u202F: sous 20\u00A0j’aime, pas de rapport.' },
    { shares: null, likes: 400, says: 'Partages ou j’aime inconnus.' },
  ])('says $shares shares for $likes likes', ({ shares, likes, says }) => {
    expect(sharingSentence(sharesPerLike([{ shares, likes }]), fr)).toBe(says);
  });

  it('always says something, never a number that is not one', () => {
    const figure = fc.option(fc.nat(10_000));
    fc.assert(fc.property(figure, figure, fc.constantFrom('fr' as const, 'en' as const), (shares, likes, locale) => {
      expect(sharingSentence(sharesPerLike([{ shares, likes }]), translatorFor(locale))).not.toMatch(/NaN|∞|null|undefined|[{}]/);
    }));
  });
});
