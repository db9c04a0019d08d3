import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchText } from './search-text.js';
import { defaultShareCalls, isShareOriented, shareCallLetters } from './share-oriented.js';

describe('isShareOriented', () => {
  it.each([
    { text: 'PARTAGEZ cette affiche autour de vous', expected: true },
    { text: 'N’hésitez pas à partager !', expected: true },
    { text: 'Faites\u00a0tourner', expected: true }, // a no-break space is a space
    { text: 'Faîtes tourner', expected: true }, // often spelt so
    { text: 'Tague une amie', expected: true },
    { text: 'Taguez un ami', expected: true },
    { text: 'Please share with your friends', expected: true },
    { text: 'À faire tourner sans modération', expected: true },
    { text: '#Partagez, #invitez', expected: true },
    { text: 'Share with friends', expected: true },
    { text: 'Deel dit bericht met je buren!', expected: true },
    { text: 'Delen mag, liken ook', expected: true },
    { text: 'Tag iemand die mee wil', expected: true },
    { text: 'Een deel dit jaar, de rest in de lente', expected: false },
    { text: 'We delen het podium met de academie', expected: false },
    { text: 'Un héritage en partageant', expected: false },
    { text: 'Le partage_des_savoirs', expected: false },
    { text: 'Concert samedi, entrée libre', expected: false },
    { text: '', expected: false },
    { text: null, expected: null },
  ])('$text: $expected', ({ text, expected }) => {
    expect(isShareOriented(text)).toBe(expected);
  });

  it('follows an organisation’s own list', () => {
    expect(isShareOriented('PASSE le mot !', ['Passe le mot'])).toBe(true);
    expect(isShareOriented('Passe le motif', ['Passe le mot'])).toBe(false);
    expect(isShareOriented('aaaa', ['a+', '(a|a)*$', '.*', '!!!'])).toBe(false); // plain text, never a pattern
    expect(isShareOriented('Partagez', [])).toBe(false);
  });

  it('does not depend on case', () => {
    fc.assert(fc.property(fc.string(), fc.constantFrom('partagez', 'faites passer', 'rien'), (around, call) => {
      const text = `${around.toLowerCase()} ${call} ${around.toLowerCase()}`;
      expect(isShareOriented(text.toUpperCase())).toBe(isShareOriented(text.toUpperCase().toLowerCase()));
    }));
  });
});

describe('shareCallLetters', () => {
  it('leave out those that hold others', () => {
    expect(shareCallLetters().toSorted()).toEqual(['bericht', 'delen', 'faites', 'iemand', 'please', 'share', 'tage', 'tague', 'tourner']); // « partage » holds « tage »
  });

  it('are held by every text that calls', () => {
    const words = fc.constantFrom(...defaultShareCalls.flatMap((call) => call.split(' ')), 'Été', 'ÉCOLE', '#', '’', 'a');
    fc.assert(fc.property(fc.array(words).map((said) => said.join(' ')), fc.array(words.map((word) => `${word} ${word}`), { maxLength: 3 }), (text, own) => {
      for (const phrases of [defaultShareCalls, own]) {
        if (isShareOriented(text, phrases)) expect(shareCallLetters(phrases).some((letters) => searchText(text).includes(letters))).toBe(true);
      }
    }));
  });
});
