import { describe, expect, it } from 'vitest';
import { speaker, spokenLocale } from './speak.js';

const sentences = {
  fr: { posts: '{posts, plural, one {# publication} other {# publications}}', hello: 'Bonjour' },
  en: { posts: '{posts, plural, one {# post} other {# posts}}', hello: 'Hello' },
  nl: { hello: 'Dag' },
};

describe('speaker', () => {
  it('counts as the language does: none is singular in French, plural in English', () => {
    expect(speaker(sentences, 'fr')('posts', { posts: 0 })).toBe('0\u00A0publication');
    expect(speaker(sentences, 'en')('posts', { posts: 0 })).toBe('0\u00A0posts');
    expect(speaker(sentences, 'fr')('posts', { posts: 2840 })).toBe('2\u202F840\u00A0publications');
  });

  it('falls back on English sentence by sentence where Dutch is missing', () => {
    expect(speaker(sentences, 'nl')('hello')).toBe('Dag');
    expect(speaker(sentences, 'nl')('posts', { posts: 2 })).toBe('2\u00A0posts');
  });

  it('speaks English throughout, dates included, where Dutch has no sentence yet', () => {
    expect(spokenLocale(sentences, 'nl')).toBe('nl');
    expect(spokenLocale({ ...sentences, nl: {} }, 'nl')).toBe('en');
  });
});
