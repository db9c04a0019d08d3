import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, holdsPhrase } from './whole-words.js';

describe('foldText', () => {
  it.each([
    { text: 'ÉTÉ à l’Œuvre', folded: "ete a l'oeuvre" },
    { text: '  Faites\u00a0\n tourner ', folded: 'faites tourner' },
    { text: '𝗣𝗮𝗿𝘁𝗮𝗴𝗲𝘇', folded: 'partagez' }, // letters in disguise, as pages write them to look bold
    { text: 'par\u00adta\u200bgez', folded: 'partagez' }, // a soft hyphen and an invisible space
    { text: 'ＰＡＲＴＡＧＥＺ', folded: 'partagez' },
  ])('reads $text as $folded', ({ text, folded }) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing of what is folded', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }));
  });
});

describe('holdsPhrase', () => {
  it.each([
    { text: 'partage !', phrase: 'partage', holds: true },
    { text: '#partage', phrase: 'partage', holds: true },
    { text: 'partageons, partage', phrase: 'partage', holds: true }, // the second time
    { text: 'partageons', phrase: 'partage', holds: false },
    { text: 'le_partage', phrase: 'partage', holds: false },
    { text: 'departage', phrase: 'partage', holds: false },
    { text: '𐐨partage', phrase: 'partage', holds: false }, // a letter of two units
    { text: '🎲partage🎲', phrase: 'partage', holds: true },
    { text: 'faites. tourner', phrase: 'faites tourner', holds: false },
    { text: 'a b', phrase: '', holds: false },
    { text: 'c++ (a|b)* partage', phrase: '(a|b)*', holds: true }, // plain text, never a pattern
    { text: 'aaab', phrase: '(a|b)*', holds: false },
  ])('$phrase in $text: $holds', ({ text, phrase, holds }) => {
    expect(holdsPhrase(text, phrase)).toBe(holds);
  });

  it.each([
    { what: 'nearly the phrase again and again', text: 'a'.repeat(60_000), phrase: 'a'.repeat(60) },
    { what: 'marks upon marks', text: '\u0301\u0323'.repeat(30_000), phrase: 'partage' },
  ])('takes no longer for a text made to slow it: $what', ({ text, phrase }) => {
    const started = performance.now();
    holdsPhrase(foldText(text), phrase);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
