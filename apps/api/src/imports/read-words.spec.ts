import { describe, expect, it } from 'vitest';
import { findMetaChart } from '../networks/core/meta-charts.js';
import { readFormat, readPaid } from './read-words.js';

describe('words of people for a format', () => {
  it.each([['Photos', 'photo'], ['Événement', 'event'], ['evenement', 'event'], ['carrousel', 'album'], ['', null]])('%s is %s', (word, format) => {
    expect(readFormat(word)).toBe(format);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('know nothing of %s, which every object has', (word) => {
    expect(readFormat(word)).toBeUndefined();
    expect(readPaid(word)).toBeUndefined();
    expect(findMetaChart(word)).toBeNull();
  });
});
