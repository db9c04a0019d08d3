import { describe, expect, it } from 'vitest';
import { toProblemError } from './problem-error.js';

const answer = (body: string, status: number): Response => new Response(body, { status, headers: { 'content-type': 'application/problem+json' } });

describe('a refusal of the server', () => {
  it('keeps its reason, its sentence and the fields it names', async () => {
    const body = { type: 'about:blank', title: 'Unprocessable', status: 422, reason: 'invalid-input', detail: 'Le nom manque.', fields: [{ path: 'name', message: 'Donnez un nom.' }] };
    const error = await toProblemError(answer(JSON.stringify(body), 422));
    expect(error).toMatchObject({ reason: 'invalid-input', status: 422, detail: 'Le nom manque.', fields: [{ path: 'name', message: 'Donnez un nom.' }] });
  });

  it.each([
    { body: '<html>proxy</html>', rule: 'that is not JSON' },
    { body: '{"error":"x"}', rule: 'without a reason' },
    { body: 'null', rule: 'that says nothing' },
    { body: '{"reason":42}', rule: 'whose reason is no word' },
  ])('$rule is an unexpected answer', async ({ body }) => {
    expect(await toProblemError(answer(body, 502))).toMatchObject({ reason: 'unexpected-answer', status: 502, detail: null, fields: [] });
  });
});
