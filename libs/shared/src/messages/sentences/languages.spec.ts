import { describe, expect, it } from 'vitest';
import { locales, type Locale } from '../../contract/primitives.contract.js';
import { type Sentences, speaker } from '../speak.js';
import { sharedSentences } from '../translator.js';
import { writing } from '../writing.js';
import { boardSentences } from './board.js';
import { chartSentences } from './charts.js';
import { comparedSentences } from './compared.js';
import { firstAccountSentences } from './first-account.js';
import { passedOnSentences } from './passed-on.js';
import { planDocumentSentences } from './plan-document.js';
import { glossaryDetailsSentences } from './glossary-details.js';
import { glossarySentences } from './glossary.js';
import { fieldSentences, problemTitles } from './problem-parts.js';
import { problemSentences } from './problems.js';
import { provisionalSentences } from './provisional.js';
import { recommendationSentences } from './recommendation.js';
import { timingSentences } from './timing.js';

const catalogues: Record<string, Sentences<string>> = {
  sharedSentences, boardSentences, chartSentences, comparedSentences, firstAccountSentences, fieldSentences, glossaryDetailsSentences, glossarySentences, passedOnSentences, planDocumentSentences, problemSentences,
  problemTitles, provisionalSentences, recommendationSentences, timingSentences,
};

/** Names of the values a message asks for. Text of a branch stands in braces too: « one {follower} ». */
function valuesOf(text: string): string[] {
  return [...text.matchAll(/(?<!(?:one|other|yes|no|none|=\d+) )\{(\w+)(?:,|\})/g)].map((found) => found[1] ?? '');
}

/** Which of these values a sentence shows: each is given a number of its own. */
function shownBy(sentences: Sentences<string>, { key, names, locale }: { key: string; names: readonly string[]; locale: Locale }): string[] {
  const said = speaker({ fr: pick(sentences.fr, key), en: pick(sentences.en, key), nl: pick(sentences.nl, key) }, locale)(key, Object.fromEntries(names.map((name, place) => [name, 701 + place])));
  return names.filter((_name, place) => said.includes(writing(locale).number(701 + place)));
}

function pick(messages: Readonly<Record<string, string>>, key: string): Record<string, string> {
  return { [key]: messages[key] ?? '' };
}

describe.each(Object.entries(catalogues))('%s', (_name, sentences) => {
  const keys = Object.keys(sentences.fr);

  it('has every sentence in each language, none empty, and none that French lacks', () => {
    for (const locale of locales) {
      expect(Object.keys(sentences[locale]).toSorted()).toEqual(keys.toSorted());
      expect(Object.values(sentences[locale]).filter((text) => text === '')).toEqual([]);
    }
  });

  it('shows the same figures and names in each language', () => {
    const differing = keys.filter((key) => {
      const names = [...new Set(locales.flatMap((locale) => valuesOf(sentences[locale][key] ?? '')))].toSorted();
      return new Set(locales.map((locale) => shownBy(sentences, { key, names, locale }).join(' '))).size > 1;
    });
    expect(differing).toEqual([]);
  });

  it.each(locales)('is typeset in %s: curly quotes, a true ellipsis, no exclamation, no double space', (locale) => {
    expect(Object.entries(sentences[locale]).filter(([, text]) => /['"!]|\.\.\.| {2}/u.test(text))).toEqual([]);
  });

  it('puts no « de » or « que » before a month in French: three of twelve begin with a vowel', () => {
    expect(Object.entries(sentences.fr).filter(([, text]) => /\b(?:de|que) \{\w*[mM]onth\w*\}/u.test(text))).toEqual([]);
  });

  it('writes no date of its own: it is handed days and months already written', () => {
    expect(locales.flatMap((locale) => Object.entries(sentences[locale]).filter(([, text]) => /\{\w+, *(?:date|time)\b/u.test(text)))).toEqual([]);
  });

  it('sets no French space in English or Dutch, and calls nobody « u »', () => {
    expect(Object.entries({ ...sentences.en, ...sentences.nl }).filter(([, text]) => /\S[ \u00A0\u202F][;:?%]|[«»]/u.test(text))).toEqual([]);
    expect(Object.entries(sentences.nl).filter(([, text]) => /\b(u|uw|posts?|publicaties)\b(?!\.)/iu.test(text.replaceAll(/\{\w+/g, '')))).toEqual([]);
  });
});
