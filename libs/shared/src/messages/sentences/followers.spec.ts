import { describe, expect, it } from 'vitest';
import { translatorFor } from '../translator.js';
import { followersSentence } from './followers.js';

const fr = translatorFor('fr');
const read = { count: 2840, day: '2026-10-31', estimated: false };

describe('followersSentence', () => {
  it.each([
    { change: 34, says: '2\u202F840\u00A0abonnés le 31 octobre 2026, 34 de plus qu’un mois avant.' },
    { change: -1200, says: '2\u202F840\u00A0abonnés le 31 octobre 2026, 1\u202F200 de moins qu’un mois avant.' },
    { change: 0, says: '2\u202F840\u00A0abonnés le 31 octobre 2026, autant qu’un mois avant.' },
    { change: null, says: '2\u202F840\u00A0abonnés le 31 octobre 2026.' },
  ])('tells a change of $change', ({ change, says }) => {
    expect(followersSentence({ followers: { ...read, change } }, fr)).toBe(says);
  });

  it('says so when nobody has read the count', () => {
    expect(followersSentence({ followers: null }, fr)).toBe('Nombre d’abonnés inconnu.');
  });
});
