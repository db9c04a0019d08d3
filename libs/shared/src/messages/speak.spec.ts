import { describe, expect, it } from 'vitest';
import { speaker } from './speak.js';

const sentences = {
  fr: { posts: '{posts, plural, one {# publication} other {# publications}}', hello: 'Bonjour' },
  en: { posts: '{posts, plural, one {# post} other {# posts}}', hello: 'Hello' },
  nl: { posts: '{posts, plural, one {# bericht} other {# berichten}}', hello: 'Dag' },
};

describe('speaker', () => {
  it('counts as the language does: none is singular in French, plural in English', () => {
    expect(speaker(sentences, 'fr')('posts', { posts: 0 })).toBe('0\u00A0publication');
    expect(speaker(sentences, 'en')('posts', { posts: 0 })).toBe('0\u00A0posts');
    expect(speaker(sentences, 'nl')('posts', { posts: 0 })).toBe('0\u00A0berichten');
    expect(speaker(sentences, 'fr')('posts', { posts: 2840 })).toBe('2\u202F840\u00A0publications');
    expect(speaker(sentences, 'nl')('posts', { posts: 2840 })).toBe('2.840\u00A0berichten');
  });
});
