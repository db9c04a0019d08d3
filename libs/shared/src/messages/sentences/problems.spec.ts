import { describe, expect, it } from 'vitest';
import { locales } from '../../contract/primitives.contract.js';
import { speaker } from '../speak.js';
import { fieldSentences, problemTitles } from './problem-parts.js';
import { problemSentences } from './problems.js';

const catalogues = { problemSentences, problemTitles, fieldSentences };

describe.each(Object.entries(catalogues))('%s', (_name, sentences) => {
  it.each(locales)('says every sentence in %s', (locale) => {
    const speak = speaker<string>(sentences, locale);
    for (const key of Object.keys(sentences.fr)) expect(speak(key, { limit: 1, seconds: 1, request: 'x', slug: 'x', network: 'x', day: 'x', field: 'x' })).toMatch(/^\S.+\S$/u);
  });

  it('keeps French typography: narrow spaces before high signs and inside « », curly apostrophes', () => {
    for (const sentence of Object.values(sentences.fr)) {
      const words = sentence.replaceAll(/\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, 'x'); // what stands in braces is ICU's
      expect(words).not.toMatch(/[^\u202F](?<!https?)[:;!?»](?!\d)|«[^\u202F]|'/u);
    }
  });
});
