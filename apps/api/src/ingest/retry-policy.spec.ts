import { describe, expect, it } from 'vitest';
import { NetworkError } from '../networks/core/network-error.js';
import { afterFailure } from './retry-policy.js';

const now = new Date('2026-11-24T16:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

describe('afterFailure', () => {
  it.each(['access-revoked', 'access-expired', 'permission-missing', 'access-unreadable', 'application-missing', 'address-refused'] as const)('%s: only a person can help', (reason) => {
    expect(afterFailure(reason, { failures: 0, now, error: null })).toEqual({ kind: 'reconnect' });
  });

  it('obeys the instant that a refusal names', () => {
    const error = new NetworkError('rate-limited', 'slow down', { retryAt: minutes(42) });
    expect(afterFailure('rate-limited', { failures: 7, now, error })).toEqual({ kind: 'wait', until: minutes(42) });
  });

  it('tries an outage again ever more rarely, and never gives up', () => {
    const delays = [0, 1, 2, 3, 4, 5, 50].map((failures) => afterFailure('unavailable', { failures, now, error: null }));
    expect(delays).toEqual([5, 15, 60, 180, 360, 360, 360].map((delay) => ({ kind: 'again', at: minutes(delay) })));
  });

  it('believes that a channel is gone at the third time', () => {
    expect(afterFailure('not-found', { failures: 1, now, error: null }).kind).toBe('again');
    expect(afterFailure('not-found', { failures: 2, now, error: null })).toEqual({ kind: 'reconnect' });
  });
});
