import { columnMapping, createFirstAccount, declareUnpaid, enterFollowers, postQuery } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import type { ZodType } from 'zod';
import { InputRefused, inputPipe } from './input-refused.js';

async function refusal(schema: ZodType, value: unknown): Promise<unknown> {
  try {
    return await inputPipe().transform(value, { type: 'body', schema });
  } catch (error) {
    return error instanceof InputRefused ? error.fields : error;
  }
}

const account = { organisation: 'x', name: 'x', email: 'a@exemple.be', password: 'dix lettres' };

describe('refused input', () => {
  it.each([
    [createFirstAccount, { ...account, email: 'a' }, { path: 'email', reason: 'email', limit: 0 }],
    [createFirstAccount, { ...account, name: ' ' }, { path: 'name', reason: 'too-short', limit: 1 }],
    [createFirstAccount, { ...account, name: 'x'.repeat(121) }, { path: 'name', reason: 'too-long', limit: 120 }],
    [createFirstAccount, { ...account, timeZone: 'Mars' }, { path: 'timeZone', reason: 'time-zone', limit: 0 }],
    [createFirstAccount, { ...account, language: 'de' }, { path: 'language', reason: 'unknown-choice', limit: 0 }],
    [createFirstAccount, { ...account, name: 4 }, { path: 'name', reason: 'invalid', limit: 0 }],
    [declareUnpaid, { from: '2026-02-02', to: '2026-02-01' }, { path: 'to', reason: 'period-reversed', limit: 0 }],
    [declareUnpaid, { from: '2026-02-30', to: '2026-03-01' }, { path: 'from', reason: 'day', limit: 0 }],
    [enterFollowers, { readings: [] }, { path: 'readings', reason: 'too-few', limit: 1 }],
    [enterFollowers, { readings: [{ day: '2026-01-01', followers: -1 }] }, { path: 'readings.0.followers', reason: 'too-small', limit: 0 }],
    [postQuery, { limit: '900' }, { path: 'limit', reason: 'too-big', limit: 200 }],
    [postQuery, { channelId: 'x' }, { path: 'channelId', reason: 'identifier', limit: 0 }],
    [columnMapping, { columns: {}, timeZone: 'UTC', dateOrder: 'day-first', channelId: '0198a000-0000-7000-8000-000000000000' }, { path: 'columns', reason: 'mapping-needs-date', limit: 0 }],
  ])('names the field, the reason and the limit (%#)', async (schema, value, expected) => {
    expect(await refusal(schema, value)).toEqual([expected]);
  });

  it('hands on the parsed value: trimmed, with its defaults', async () => {
    expect(await refusal(createFirstAccount, { ...account, name: ' Anne ' })).toMatchObject({ name: 'Anne', timeZone: 'Europe/Brussels', language: 'fr' });
  });
});
