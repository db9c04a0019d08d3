import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AnswerDraft } from './answer-draft.js';
import { lenientList } from './lenient-list.js';

const NOW = new Date('2026-11-23T11:00:00Z');

describe('AnswerDraft', () => {
  it.each([
    { value: 66, count: 66 }, { value: 0, count: 0 }, { value: '66', count: 66 }, { value: null, count: null }, { value: undefined, count: null },
    { value: -5, count: null, reason: 'count-negative' }, { value: '-5', count: null, reason: 'count-negative' },
    { value: 1.5, count: null, reason: 'count-unreadable' }, { value: 1e21, count: null, reason: 'count-unreadable' }, { value: 4_000_000_000, count: null, reason: 'count-unreadable' },
    { value: true, count: null, reason: 'count-unreadable' }, { value: [3], count: null, reason: 'count-unreadable' }, { value: '12k', count: null, reason: 'count-unreadable' },
  ])('reads the count $value as $count', ({ value, count, reason }) => {
    const draft = new AnswerDraft(NOW);
    expect(draft.count(value, '1')).toBe(count);
    expect(draft.remarks).toEqual(reason === undefined ? [] : [{ reason, externalId: '1' }]);
  });

  it.each([
    { value: 3, added: 2, count: 5 }, { value: 3, added: undefined, count: 3 }, { value: 3, added: null, count: 3 }, { value: 3, added: -1, count: null },
    { value: null, added: 2, count: null }, { value: 0, added: 0, count: 0 },
  ])('adds $added to $value', ({ value, added, count }) => expect(new AnswerDraft(NOW).countWith(value, added, '1')).toBe(count));

  it.each([
    { values: [1, null, 2], sum: 3 }, { values: [null, undefined], sum: null }, { values: [], sum: null }, { values: [0], sum: 0 },
  ])('sums $values', ({ values, sum }) => expect(new AnswerDraft(NOW).sum(values, '1')).toBe(sum));

  it.each([
    { value: '2026-11-20T19:00:00Z', at: '2026-11-20T19:00:00.000Z' }, { value: '2026-11-20T19:00:00+0100', at: '2026-11-20T18:00:00.000Z' }, { value: '2026-11-20T19:00:00.123+01:00', at: '2026-11-20T18:00:00.123Z' },
    { value: '2026-11-23T11:04:00Z', at: NOW.toISOString() }, // a clock that is four minutes ahead
    { value: '2026-11-23T11:06:00Z', at: null }, { value: '2026-11-20', at: null }, { value: '2026-11-20T19:00:00', at: null }, { value: '2026-13-40T19:00:00Z', at: null }, { value: 1_700_000_000, at: null }, { value: '0001-01-01T00:00:00Z', at: null },
  ])('takes $value for $at', ({ value, at }) => {
    const draft = new AnswerDraft(NOW);
    expect(draft.publishedAt(value, '1')?.toISOString() ?? null).toBe(at);
    expect(draft.remarks).toHaveLength(at === null ? 1 : 0);
  });

  it.each([
    { value: 'https://host.example/@centre/1', url: 'https://host.example/@centre/1' }, { value: 'javascript:alert(1)', url: null }, { value: 'https://', url: null }, { value: 'https://a b', url: null }, { value: 12, url: null },
  ])('takes $value for the address $url', ({ value, url }) => expect(new AnswerDraft(NOW).url(value)).toBe(url));

  it('never throws, and never gives anything but sound values', () => {
    fc.assert(fc.property(fc.anything(), (value) => {
      const draft = new AnswerDraft(NOW);
      const count = draft.count(value, null);
      expect(count === null || (Number.isInteger(count) && count >= 0)).toBe(true);
      expect(draft.publishedAt(value, '1')?.getTime() ?? 0).toBeLessThanOrEqual(NOW.getTime());
      expect([typeof draft.text(value), typeof draft.url(value)].every((type) => type === 'string' || type === 'object')).toBe(true);
    }));
  });
});

describe('lenientList', () => {
  const list = lenientList(z.object({ id: z.string() }));

  it.each([
    { json: [], members: [], unreadable: 0 }, { json: [{ id: 'a' }, 42, { id: 'b', more: 1 }, null], members: [{ id: 'a' }, { id: 'b' }], unreadable: 2 },
  ])('reads what it can of $json', ({ json, members, unreadable }) => expect(list.parse(json)).toEqual({ members, unreadable }));

  it.each([{}, null, 'a', [42], [{ id: 1 }, {}]].map((json) => ({ json })))('is no list: $json', ({ json }) => expect(list.safeParse(json).success).toBe(false));
});
