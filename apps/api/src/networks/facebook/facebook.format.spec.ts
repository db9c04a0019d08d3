import { expect, it } from 'vitest';
import { facebookFormat } from './facebook.format.js';

it.each(['constructor', '__proto__', 'toString'])('a word that every object knows, %s, is a format we do not know', (word) => {
  expect(facebookFormat(word, '')).toBe('other');
});
