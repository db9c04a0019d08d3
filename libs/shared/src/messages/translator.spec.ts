import { describe, expect, it } from 'vitest';
import { postFormats } from '../contract/choices.js';
import { locales } from '../contract/primitives.contract.js';
import { ineligibleReasons } from '../contract/post.contract.js';
import { noHeadlineReasons } from '../contract/report.contract.js';
import { measureCatalogue } from '../metrics/catalogue.js';
import { hourBands } from '../metrics/hour-of-week.js';
import { createTranslator, sharedSentences, translatorFor } from './translator.js';

const french = Object.entries(sharedSentences.fr);

/** Names of the values a message takes. */
function valuesOf(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? ''))].toSorted();
}

describe('createTranslator', () => {
  const greeting = { fr: { hello: 'Bonjour {name}', posts: '{n, plural, one {# publication} other {# publications}}' }, en: { hello: 'Hello {name}', posts: '{n, plural, one {# post} other {# posts}}' }, nl: { hello: 'Dag {name}', posts: '{n, plural, one {# bericht} other {# berichten}}' } };
  const translator = createTranslator(greeting);

  it('says a sentence in the language asked for', () => {
    expect(locales.map((locale) => translator(locale)('hello', { name: 'Zoé' }))).toEqual(['Bonjour Zoé', 'Hello Zoé', 'Dag Zoé']);
    expect(translator('nl').locale).toBe('nl');
  });

  it.each([
    { n: 0, fr: '0\u00A0publication', en: '0\u00A0posts', nl: '0\u00A0berichten' }, // nothing is singular in French, plural in English and Dutch
    { n: 1, fr: '1\u00A0publication', en: '1\u00A0post', nl: '1\u00A0bericht' },
    { n: 1500, fr: '1\u202F500\u00A0publications', en: '1,500\u00A0posts', nl: '1.500\u00A0berichten' },
  ])('takes the plural of each language for $n', ({ n, fr, en, nl }) => {
    expect(locales.map((locale) => translator(locale)('posts', { n }))).toEqual([fr, en, nl]);
  });

  it('leaves what is put into a sentence as it was written', () => {
    expect(translator('fr')('hello', { name: 'Zoé ; 3 {x}' })).toBe('Bonjour Zoé ; 3 {x}');
  });

  it('compiles a language once', () => {
    expect(translator('fr')).toBe(translator('fr'));
  });
});

describe('the shared catalogue', () => {
  it('claims no trend and avoids the words of the trade', () => {
    const words = locales.flatMap((locale) => Object.values(sharedSentences[locale])).join('\n');
    expect(words).not.toMatch(/\b(baisse|hausse|augmente|diminue|falling|rising|daalt|stijgt|KPI|engagement|insights|significatif|significant)\b/i);
  });

  it('has a name for each measure, format, band and reason', () => {
    const keys = [
      ...Object.values(measureCatalogue).map(({ label }) => label), ...postFormats.map((format) => `format.${format}`), ...hourBands.map(({ band }) => `band.${band}`),
      ...ineligibleReasons.map((reason) => `ineligible.${reason}`), ...noHeadlineReasons.map((reason) => `headline.${reason}`),
    ];
    expect(keys.filter((key) => !(key in sharedSentences.fr))).toEqual([]);
  });

  it('says every sentence without a hole', () => {
    for (const locale of locales) {
      for (const [key, message] of french) {
        const values = Object.fromEntries(valuesOf(message).map((name) => [name, 3]));
        expect(Reflect.apply(translatorFor(locale), null, [key, values])).not.toMatch(/[{}#]|undefined|NaN/);
      }
    }
  });
});
