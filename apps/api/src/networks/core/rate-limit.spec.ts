import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAt } from './rate-limit.js';

const now = new Date('2026-11-24T16:00:00Z');
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('retryAt', () => {
  it.each([
    { name: 'seconds', headers: { 'retry-after': '120' }, expected: after(120) },
    { name: 'a date', headers: { 'retry-after': 'Tue, 24 Nov 2026 16:10:00 GMT' }, expected: after(600) },
    { name: 'a reset as seconds since 1970', headers: { 'x-ratelimit-reset': String(after(90).getTime() / 1000) }, expected: after(90) },
    { name: 'a reset as seconds from now', headers: { 'ratelimit-reset': '45' }, expected: after(45) },
    { name: 'a reset as ISO text', headers: { 'x-ratelimit-reset': '2026-11-24T16:03:00.000Z' }, expected: after(180) },
    { name: 'Retry-After over a reset', headers: { 'retry-after': '10', 'x-ratelimit-reset': '45' }, expected: after(10) },
    { name: 'nothing', headers: {}, expected: after(300) },
    { name: 'nonsense', headers: { 'retry-after': 'soon' }, expected: after(300) },
    { name: 'the past', headers: { 'x-ratelimit-reset': '2026-11-24T15:00:00Z' }, expected: after(1) },
    { name: 'a year', headers: { 'retry-after': '31536000' }, expected: after(86_400) },
  ])('$name', ({ headers, expected }) => {
    expect(retryAt(headers, now)).toEqual(expected);
  });

  it('lies between a second and a day from now, whatever a server says', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (delay, reset) => {
      const at = retryAt({ 'retry-after': delay, 'ratelimit-reset': reset }, now);
      return at >= after(1) && at <= after(86_400);
    }));
  });
});
