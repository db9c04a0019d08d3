import { expect, it } from 'vitest';
import { instagramFormat } from './instagram.format.js';

it.each(['constructor', '__proto__', 'toString'])('a word that every object knows, %s, is a format we do not know', (word) => {
  expect(instagramFormat(word, '')).toBe('other');
});
