import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pauseUntil } from './meta-usage.js';

const NOW = new Date('2026-11-23T11:00:00Z');
const HOUR_LATER = new Date('2026-11-23T12:00:00Z');
const business = (use: object) => ({ 'x-business-use-case-usage': JSON.stringify({ 100000000000001: [use] }) });

it.each([
  { headers: {}, expected: null },
  { headers: { 'x-app-usage': '{"call_count":75,"total_time":25,"total_cputime":25}' }, expected: null },
  { headers: { 'x-app-usage': '{"call_count":28,"total_time":76,"total_cputime":25}' }, expected: HOUR_LATER },
  { headers: { 'x-page-usage': '{"call_count":100}' }, expected: HOUR_LATER },
  { headers: business({ type: 'pages', call_count: 12, estimated_time_to_regain_access: 0 }), expected: null },
  { headers: business({ type: 'pages', call_count: 80 }), expected: HOUR_LATER },
  { headers: business({ type: 'pages', call_count: 3, estimated_time_to_regain_access: 12 }), expected: new Date('2026-11-23T11:12:00Z') },
  { headers: business({ estimated_time_to_regain_access: 1e12 }), expected: new Date('2026-11-24T11:00:00Z') },
  { headers: { 'x-app-usage': 'often' }, expected: null },
])('rests until $expected after $headers', ({ headers, expected }) => expect(pauseUntil(headers, NOW)).toEqual(expected));

it('bears any header', () => {
  fc.assert(fc.property(fc.string(), fc.json(), (text, json) => {
    const until = pauseUntil({ 'x-app-usage': text, 'x-page-usage': json, 'x-business-use-case-usage': json }, NOW);
    expect(until === null || until > NOW).toBe(true);
  }));
});
