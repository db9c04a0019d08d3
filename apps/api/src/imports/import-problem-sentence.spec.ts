import { describe, expect, it } from 'vitest';
import { refusalReasons } from './file-refusal.js';
import { importProblemSentence } from './import-problem-sentence.js';
import { problemReasons } from './messages/problem-reasons.js';
import { en } from './messages/problems.en.js';
import { fr } from './messages/problems.fr.js';
import { nl } from './messages/problems.nl.js';

const marks = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([mark]) => mark).toSorted((a, b) => a.localeCompare(b));

describe('sentences of import problems', () => {
  it.each(problemReasons)('%s: says the same facts in each language', (reason) => {
    expect([marks(en[reason]), marks(nl[reason])]).toEqual([marks(fr[reason]), marks(fr[reason])]);
    expect(fr[reason]).toMatch(/\.$/);
    // French typography: narrow no-break spaces, curved apostrophes, guillemets.
    expect(fr[reason]).not.toMatch(/ [:;!?%»]|« |'|"/);
    expect(nl[reason]).not.toMatch(/ [:;!?%]|['"“”!]/);
  });

  it('has a sentence for every reason to refuse a file', () => {
    expect(refusalReasons.filter((reason) => !problemReasons.includes(reason))).toEqual([]);
  });

  it('names the column and the value, and says what to do', () => {
    const problem = { reason: 'negative', column: 'reach', params: { value: '-5' } };
    expect(importProblemSentence(problem, 'fr')).toBe('Colonne «\u202Freach\u202F»\u202F: «\u202F-5\u202F» est négatif, or personne ne peut être vu moins que zéro fois. Corrigez le nombre, ou videz la cellule.');
    expect(importProblemSentence(problem, 'en')).toBe('Column “reach”: “-5” is negative, and nothing can be seen less than zero times. Correct the number, or empty the cell.');
    expect(importProblemSentence(problem, 'nl')).toBe('Kolom ‘reach’: ‘-5’ is negatief, en niets kan minder dan nul keer gezien worden. Verbeter het getal, of maak de cel leeg.');
  });

  it('prints instants and numbers as people of the country read them', () => {
    const late = { reason: 'after-download', column: null, params: { value: '2026-11-24T18:00:00.000Z', downloadedAt: '2026-11-23T12:00:00.000Z' } };
    expect(importProblemSentence(late, 'fr')).toContain('24/11/2026');
    expect(importProblemSentence({ reason: 'reach-above-views', column: null, params: { reach: 31720, views: 10940 } }, 'fr')).toContain('31\u202F720');
  });

  it('falls back to general words for a reason it does not know', () => {
    expect(importProblemSentence({ reason: 'from-the-future', column: null, params: {} }, 'en')).toBe('This line could not be read. Download the file again.');
  });

  it('says what a file looks like in words', () => {
    expect(importProblemSentence({ reason: 'not-a-text-file', column: null, params: { kind: 'pdf' } }, 'fr')).toContain('un document PDF');
  });
});
