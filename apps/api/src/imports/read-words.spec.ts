import { describe, expect, it } from 'vitest';
import { findMetaChart } from '../networks/core/meta-charts.js';
import { readFormat, readPaid } from './read-words.js';

describe('words of people for a format', () => {
  it.each([['Photos', 'photo'], ['Événement', 'event'], ['evenement', 'event'], ['carrousel', 'album'], ['', null]])('%s is %s', (word, format) => {
    expect(readFormat(word)).toBe(format);
  });

  it.each([['short_video', 'short_video'], ['SHORT_VIDEO', 'short_video'], ['\uFF30hoto', 'photo']])('%s is our own %s', (word, format) => {
    expect(readFormat(word)).toBe(format);
  });

  it.each([['1', true], ['\uFF11', true], ['Oui', true], ['0', false], ['Non', false], ['', null], ['Inconnu', null], ['peut-être', undefined]])('paid: %s is %s', (word, paid) => {
    expect(readPaid(word)).toBe(paid);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('know nothing of %s, which every object has', (word) => {
    expect(readFormat(word)).toBeUndefined();
    expect(readPaid(word)).toBeUndefined();
    expect(findMetaChart(word)).toBeNull();
  });
});
