import type { Collection, IngestionRun } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { actionOf, isCollected, isUnderWay, lastingRefusals, mayDo, needsOf, urgencyOf } from './collection-need.js';
import { collection, run } from './collection.sample.js';

describe('what is said of a channel and what can be done', () => {
  it.each<{ rule: string; change: Partial<Collection>; needs: string[]; action: string | null }>([
    { rule: 'nothing of one that does well', change: {}, needs: [], action: null },
    { rule: 'a refused access is for a person', change: { state: 'needs-reconnection', trouble: 'access-revoked' }, needs: ['reconnect'], action: 'reconnect' },
    { rule: 'a missing registration is for the host', change: { state: 'needs-reconnection', trouble: 'application-missing' }, needs: ['reconnect'], action: null },
    { rule: 'an access that ends soon is warned of', change: { accessEndsSoon: true }, needs: ['ends'], action: 'reconnect' },
    { rule: 'a first failure is said, although not late yet', change: { trouble: 'unavailable' }, needs: ['trouble'], action: 'collect' },
    { rule: 'late without a reason', change: { state: 'late' }, needs: ['late'], action: 'collect' },
    { rule: 'late with its reason, and the access that ends', change: { state: 'late', trouble: 'fault', accessEndsSoon: true }, needs: ['trouble', 'ends'], action: 'reconnect' },
    { rule: 'a retired version cannot be asked again', change: { state: 'late', trouble: 'version-retired' }, needs: ['trouble'], action: null },
    { rule: 'patience asked for is no trouble', change: { state: 'limited', trouble: 'rate-limited' }, needs: ['limited'], action: null },
    { rule: 'a pause hides all else', change: { state: 'paused', trouble: 'unavailable', accessEndsSoon: true }, needs: ['paused'], action: 'resume' },
    { rule: 'a collection under way hides the last failure', change: { state: 'collecting', trouble: 'unavailable' }, needs: ['progress'], action: null },
    { rule: 'a first collection says its end until the next one', change: { lastRun: run({ kind: 'first' }) }, needs: ['first-done'], action: null },
  ])('$rule', ({ change, needs, action }) => {
    expect({ needs: needsOf(collection(change)), action: actionOf(collection(change)) }).toEqual({ needs, action });
  });

  it('lets a contributor ask for figures, a coordinator manage, a reader read', () => {
    expect((['owner', 'coordinator', 'contributor', 'reader'] as const).map((role) => [mayDo(role, 'collect'), mayDo(role, 'pause')])).toEqual([[true, true], [true, true], [true, false], [false, false]]);
  });

  it('puts failures first, then delays, then accesses that end', () => {
    const states = [collection({}), collection({ accessEndsSoon: true }), collection({ state: 'late' }), collection({ state: 'needs-reconnection' }), undefined];
    expect(states.map(urgencyOf)).toEqual([3, 2, 1, 0, 3]);
  });
});

describe('whether a channel is asked about again soon', () => {
  const now = new Date('2026-11-24T08:00:00Z');
  it.each<{ rule: string; change: Partial<Collection>; expected: boolean }>([
    { rule: 'while it is read', change: { state: 'collecting' }, expected: true },
    { rule: 'once it is due', change: { nextDueAt: '2026-11-24T08:00:00Z' }, expected: true },
    { rule: 'not before', change: { nextDueAt: '2026-11-24T08:00:01Z' }, expected: false },
    { rule: 'no longer when nobody took it', change: { nextDueAt: '2026-11-24T07:58:00Z' }, expected: false },
    { rule: 'not while the network asks for patience', change: { state: 'limited', nextDueAt: '2026-11-24T08:00:00Z' }, expected: false },
  ])('$rule', ({ change, expected }) => {
    expect(isUnderWay(collection(change), now)).toBe(expected);
  });

  it('is not one that was paused while it lived on files', () => {
    const bare = { state: 'paused', collectedAt: null, lastRun: null } as const;
    expect([isCollected(collection(bare)), isCollected(collection({ ...bare, lastRun: run({}) })), isCollected(collection({ collectedAt: null }))]).toEqual([false, true, true]);
  });
});

describe('what the last collection was refused', () => {
  const views = { measure: 'views', name: 'post_impressions', reason: 'withdrawn' } as const;
  const reach = { measure: 'reach', name: 'post_reach', reason: 'permission-missing' } as const;
  const day = (number: number, change: Partial<IngestionRun> = {}): IngestionRun => run({ id: String(number), startedAt: `2026-11-${String(number)}T06:00:00Z`, ...change });

  it('is dated from the first collection that lacked it, each measure once', () => {
    const runs = [day(24, { refused: [views, reach, views] }), day(23, { refused: [views] }), day(22, { refused: [views] }), day(21)];
    expect(lastingRefusals(runs)).toEqual([{ ...views, since: '2026-11-22T06:00:00Z', isExact: true }, { ...reach, since: '2026-11-24T06:00:00Z', isExact: true }]);
  });

  it('is of unknown beginning when every known collection lacked it', () => {
    expect(lastingRefusals([day(24, { refused: [views] }), day(23, { refused: [views] })])).toEqual([{ ...views, since: '2026-11-23T06:00:00Z', isExact: false }]);
  });

  it('is not learnt from one that failed or is under way', () => {
    expect(lastingRefusals([day(24, { state: 'running' }), day(23, { state: 'failed' }), day(22, { refused: [views] }), day(21)])).toMatchObject([{ since: '2026-11-22T06:00:00Z' }]);
    expect(lastingRefusals([])).toEqual([]);
  });
});
