import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.js';

describe('parseJson', () => {
  it('keeps an identifier that no number can hold as the text it was', () => {
    expect(parseJson('{"id":109999999999999999,"count":12,"list":[18446744073709551615,-9007199254740993]}')).toEqual({ id: '109999999999999999', count: 12, list: ['18446744073709551615', '-9007199254740993'] });
    expect(parseJson('{"id":9007199254740991,"part":0.1234567890123456789}')).toEqual({ id: 9_007_199_254_740_991, part: 0.123_456_789_012_345_68 });
  });

  it('reads everything else as JSON is read', () => {
    const plain = (value: unknown) => JSON.stringify(value).replace(/"(-?\d{16,})"/g, '$1');
    fc.assert(fc.property(fc.json(), (text) => plain(parseJson(text)) === plain(JSON.parse(text))));
  });
});
