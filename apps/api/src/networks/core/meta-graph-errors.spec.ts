import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawAnswer } from './http-answer.js';
import { allowedValues, graphErrorOf, isFewViewers, isGone, isInvalidMetric, isPermissionMissing, isTooMuchData } from './meta-graph-errors.js';

const AT = new Date('2026-11-23T11:00:00Z');
const answer = (error: unknown, more: Partial<RawAnswer> = {}): RawAnswer => ({ status: 400, headers: {}, text: '', beginning: JSON.stringify({ error }), json: { error }, at: AT, ...more });
const errorWith = (code: number, message = '', subcode?: number) => graphErrorOf(answer({ code, message, ...(subcode === undefined ? {} : { error_subcode: subcode }) }));

describe('an error of the Graph API', () => {
  it.each([
    { code: 1, reason: 'unavailable' }, { code: 2, reason: 'unavailable' }, { code: 10, reason: 'permission-missing' }, { code: 200, reason: 'permission-missing' },
    { code: 299, reason: 'permission-missing' }, { code: 341, reason: 'permission-missing' }, { code: 368, reason: 'permission-missing' }, { code: 102, reason: 'access-revoked' },
    { code: 190, subcode: 460, reason: 'access-revoked' }, { code: 100, subcode: 33, reason: 'not-found' }, { code: 100, reason: 'unexpected-answer' },
    { code: 2635, reason: 'version-retired' }, { code: 3001, reason: 'unexpected-answer' }, { code: 506, reason: 'unexpected-answer' },
  ])('of code $code is $reason', ({ code, subcode, reason }) => expect(errorWith(code, '', subcode)).toMatchObject({ reason, code: subcode === undefined ? String(code) : `${code}/${subcode}` }));

  it.each([{ code: 4, waits: 'all' }, { code: 17, waits: 'channel' }, { code: 32, waits: 'channel' }, { code: 613, waits: 'channel' }, { code: 80_001, waits: 'channel' }, { code: 80_002, waits: 'channel' }])('of code $code waits an hour: $waits', ({ code, waits }) => {
    expect(errorWith(code)).toMatchObject({ reason: 'rate-limited', waits, retryAt: new Date('2026-11-23T12:00:00Z') });
  });

  it('waits as long as its header says', () => {
    const headers = { 'x-business-use-case-usage': JSON.stringify({ 1: [{ type: 'pages', estimated_time_to_regain_access: 12 }] }) };
    expect(graphErrorOf(answer({ code: 80_001, message: '' }, { headers }))?.retryAt).toEqual(new Date('2026-11-23T11:12:00Z'));
  });

  it('decides by its code, not by its status, and repeats no token', () => {
    expect(graphErrorOf(answer({ code: 190, message: '' }, { status: 500 }))?.reason).toBe('access-revoked');
    expect(graphErrorOf(answer({ code: 190, message: `Malformed access token EAA${'b'.repeat(120)}` }))?.message).toBe('Malformed access token …');
    expect(errorWith(100, 'Invalid appsecret_proof provided in the API argument')?.reason).toBe('access-revoked');
  });

  it('tells by its words what its code leaves open', () => {
    const gone = errorWith(100, 'does not exist', 33);
    const invalid = errorWith(100, '(#100) The value must be a valid insights metric');
    const listed = errorWith(100, '(#100) metric[0] must be one of the following values: reach, views, saved');
    const few = errorWith(10, '(#10) Not enough viewers for the media to show insights', 2_207_027);
    expect([isGone(gone), isInvalidMetric(gone), isInvalidMetric(invalid), isInvalidMetric(listed)]).toEqual([true, false, true, true]);
    expect([isFewViewers(few), isPermissionMissing(few), isPermissionMissing(errorWith(10, 'no permission'))]).toEqual([true, false, true]);
    expect([isTooMuchData(errorWith(1, "Please reduce the amount of data you're asking for")), isTooMuchData(errorWith(1, 'Unknown'))]).toEqual([true, false]);
    expect([allowedValues(listed), allowedValues(invalid)]).toEqual([['reach', 'views', 'saved'], null]);
  });

  it('bears anything in its place', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => {
      expect(() => graphErrorOf(answer(json))).not.toThrow();
    }));
    expect(graphErrorOf(answer('Sorry'))).toBeNull();
  });
});
