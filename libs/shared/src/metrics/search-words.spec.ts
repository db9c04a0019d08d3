import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchText } from './search-text.js';
import { excerptAround, searchWords, wordPlaces } from './search-words.js';

const marked = (text: string, question: string) => wordPlaces(text, searchWords(question)).map(({ from, to }) => text.slice(from, to));
const anyText = fc.string({ unit: 'grapheme', maxLength: 400 });

describe('the words of a question', () => {
  it.each([
    { question: '  Été  à LIÈGE été ', words: ['ete', 'a', 'liege'] },
    { question: '50 %', words: ['50', '%'] },
    { question: '\u0301 \u00A0', words: [] },
  ])('$question are $words', ({ question, words }) => {
    expect(searchWords(question)).toEqual(words);
  });
});

describe('where they stand', () => {
  it.each([
    { text: 'L’été e\u0301te\u0301 des ÉTÉS', question: 'ete', found: ['été', 'e\u0301te\u0301', 'ÉTÉ'] },
    { text: '🎭🎭 Théâtre', question: 'theatre', found: ['Théâtre'] },
    { text: 'concerto', question: 'concert certo', found: ['concerto'] },
    { text: 'Rien', question: 'ete', found: [] },
  ])('$question in « $text »', ({ text, question, found }) => {
    expect(marked(text, question).map((part) => part.normalize('NFC'))).toEqual(found.map((part) => part.normalize('NFC')));
  });

  it('are stretches of the text in order, each of them read as one of the words or some that overlap', () => {
    fc.assert(fc.property(anyText, fc.array(anyText, { maxLength: 4 }), (text, questions) => {
      const words = searchWords(questions.join(' '));
      const places = wordPlaces(text, words);
      places.forEach(({ from, to }, index) => {
        expect(from).toBeLessThan(to);
        expect(from).toBeGreaterThanOrEqual(places[index - 1]?.to ?? 0);
        expect(words.some((word) => searchText(text.slice(from, to)).includes(word))).toBe(true);
      });
    }));
  });
});

describe('the part of a text that is shown', () => {
  it('is the whole of a short one, on one line', () => {
    expect(excerptAround('Un  concert\nle soir ', ['concert'])).toBe('Un concert le soir');
  });

  it('shows the first word that was looked for, however far it stands, and no half of an emoji', () => {
    fc.assert(fc.property(fc.nat(500), fc.nat(500), (before, after) => {
      const shown = excerptAround(`${'🎭'.repeat(before)}jazz${'🎭'.repeat(after)}`, ['jazz']);
      expect(shown).toContain('jazz');
      expect(shown.length).toBeLessThanOrEqual(162);
      expect(shown.isWellFormed()).toBe(true);
    }));
  });

  it('is cut between words, before and after', () => {
    const text = 'Une chanson longue que tout le quartier reprend en chœur au concert du vendredi, sur la place du marché couvert';
    expect(excerptAround(text, ['concert'], 60)).toBe('…tout le quartier reprend en chœur au concert du vendredi,…');
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 5, maxLength: 60 }), fc.nat(59), (words, place) => {
      const wanted = words[place % words.length] ?? '';
      const shown = excerptAround(words.join(' '), [wanted], 50).replaceAll('…', '').split(' ');
      expect(shown.filter((word) => !words.includes(word))).toEqual([]);
      expect(shown.some((word) => word.includes(wanted))).toBe(true);
    }));
  });

  it('is never longer than asked, dots apart', () => {
    fc.assert(fc.property(anyText, (text) => { expect(excerptAround(text, ['e'], 50).length).toBeLessThanOrEqual(52); }));
  });
});
