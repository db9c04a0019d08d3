import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noHeadlineReasons, type ChannelReport, type Headline } from '../../contract/report.contract.js';
import { translatorFor } from '../translator.js';
import { headlineNotes, headlineSentence, headlineWords } from './headline.js';

const [fr, en] = [translatorFor('fr'), translatorFor('en')];

function headline(median: number | null, more: Partial<Headline> = {}): Headline {
  return {
    figure: { median, low: median, high: median, posts: 21 }, basis: 'organic', months: 1, from: '2026-10-01', to: '2026-10-31',
    cutAt: null, followersEstimated: false, reason: null, ...more,
  };
}

function notes(more: Partial<Headline>, rest: Partial<Pick<ChannelReport, 'viewsFromFollowers' | 'followersReached28Days'>> = {}): string[] {
  return headlineNotes({ headline: headline(0.0562, more), viewsFromFollowers: null, followersReached28Days: null, ...rest }, fr);
}

describe('headlineSentence', () => {
  it.each([
    { rate: 0.0562, says: 'Pour 100\u00A0abonnés, une publication typique touche 6\u00A0personnes.' },
    { rate: 0.0062, says: 'Pour 100\u00A0abonnés, une publication typique touche 1\u00A0personne.' },
    { rate: 0.004, says: 'Pour 100\u00A0abonnés, une publication typique touche moins d’une personne.' },
    { rate: 1.4, says: 'Une publication typique touche autant de personnes que d’abonnés, ou plus.' },
  ])('says $rate in people', ({ rate, says }) => {
    expect(headlineSentence({ headline: headline(rate) }, fr)).toBe(says);
  });

  it('says it in English and in Dutch', () => {
    expect(headlineSentence({ headline: headline(0.0562) }, en)).toBe('For every 100\u00A0followers, a typical post reaches 6\u00A0people.');
    expect(headlineSentence({ headline: headline(0.0562) }, translatorFor('nl'))).toBe('Per 100\u00A0volgers bereikt een typisch bericht 6\u00A0mensen.');
  });

  it.each(noHeadlineReasons)('says why there is none: %s', (reason) => {
    const said = headlineSentence({ headline: headline(null, { reason }) }, fr);
    expect(said).toBe(fr(`headline.${reason}`));
    expect(headlineNotes({ headline: headline(null, { reason }), viewsFromFollowers: null, followersReached28Days: null }, fr)).toEqual([]);
  });

  it('is cut around the people, whatever the rate and the language', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 40, noNaN: true }), fc.constantFrom(fr, en), (rate, t) => {
      const { before, people, after } = headlineWords(headline(rate), t);
      expect(before + people + after).toBe(headlineSentence({ headline: headline(rate) }, t));
      expect(before).not.toBe('');
      expect(people).not.toBe('');
      expect(after).toBe('.');
    }));
  });
});

describe('headlineNotes', () => {
  it('names the posts, and who the people are', () => {
    expect(notes({})).toEqual([
      '21\u00A0publications non sponsorisées. La moitié touche plus de monde, l’autre moitié moins.',
      'Les personnes touchées ne sont pas toutes abonnées.',
    ]);
  });

  it('says when pushed posts could not be told apart, and when followers are estimated', () => {
    expect(notes({ basis: 'organic-and-unknown' })[0]).toContain('sponsorisé non distingué');
    expect(notes({ followersEstimated: true })[1]).toContain('Abonnés estimés');
  });

  it('names a longer window, and where it was cut', () => {
    expect(notes({ months: 3, from: '2026-08-01' })[1]).toContain('ce chiffre couvre août 2026 à octobre 2026.');
    const cut = notes({ months: 3, from: '2026-08-15', cutAt: '2026-08-15' });
    expect(cut[1]).toContain('couvre la période du 15 août 2026 au 31 octobre 2026.');
    expect(cut[2]).toContain('le 15 août 2026\u202F: ce jour-là');
  });

  it('tells where views came from, and the 28 days as another question', () => {
    const said = notes({}, { viewsFromFollowers: { share: 0.62, posts: 21 }, followersReached28Days: { rate: 0.38, day: '2026-10-31' } });
    expect(said[1]).toMatch(/^62\u202F% des vues viennent des abonnés\u202F;/);
    expect(said[2]).toMatch(/^En 28\u00A0jours, 38\u00A0abonnés sur 100\u00A0ont vu/);
  });
});
