import type { Recommendation } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { channelsOutdated, channelsToAdvise } from '../../apps/api/src/recommendations/advised-channels.query.js';
import { ADVICE_METHOD_VERSION } from '../../apps/api/src/recommendations/fingerprint.js';
import { readHistory } from '../../apps/api/src/recommendations/history.query.js';
import { keepRecords, type KeptRecords } from '../../apps/api/src/recommendations/keep-records.query.js';
import { recommendationId } from '../../apps/api/src/recommendations/recommendation-id.js';
import { type KeptAdvice, keepAdvice, readChanges, readRecord, readRecords } from '../../apps/api/src/recommendations/stored-advice.query.js';
import { raiseFiguresVersion } from '../../apps/api/src/posts/figures-version.query.js';
import { addChannel, addOrganisation, type EntityManager, openLedger, type TestLedger } from '../support/ledger.js';

let ledger: TestLedger;
let organisation: { id: string; timeZone: string };
let channelId: string;
let count = 0;

const tenant = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> => ledger.transaction.run(organisation.id, work);
const noon = (day: number): Date => new Date(Date.UTC(2026, 9, day, 12));
const nameOf = (level: string | null, dimension: Recommendation['dimension'] = 'format') => recommendationId({ organisationId: organisation.id, channelId, dimension, level });
const record = (level: string | null, verdict: Recommendation['verdict'], rest: Partial<Recommendation> = {}): Recommendation => ({
  id: nameOf(level, rest.dimension), kind: 'advice', channelId, channel: '', dimension: 'format', level, effect: 0.4, low: 0.1, high: 0.8, posts: 12, verdict, reason: null, ...rest,
});
/** Keeps what is said on a day of October, on the channel's own behalf. */
const say = (day: number, records: Recommendation[], rest: Partial<KeptRecords> = {}): Promise<void> =>
  tenant((manager) => keepRecords(manager, { organisationId: organisation.id, channelId, kinds: ['advice', 'trend'], records, from: 0, at: noon(day), methodVersion: 1, fingerprint: `f${String(day)}`, ...rest }));
/** Verdicts of a level, the present one first: « verdict since-until », days of October. */
const history = async (level = 'video'): Promise<string[]> => {
  const days = (iso: string | null) => (iso === null ? '' : String(new Date(iso).getUTCDate()));
  return (await tenant((manager) => readHistory(manager, organisation.id, nameOf(level)))).map(({ verdict, since, until }) => `${verdict} ${days(since)}-${days(until)}`);
};
const changes = async (): Promise<string[]> => (await tenant((manager) => readChanges(manager, organisation.id))).map(({ before, changedAt }) => `${before} ${changedAt.slice(8, 10)}`);
const kept = (): Promise<Recommendation[]> => tenant((manager) => readRecords(manager, organisation.id));

beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());
beforeEach(async () => {
  count += 1;
  organisation = await addOrganisation(ledger.transaction, `centre-${String(count)}`);
  channelId = (await tenant((manager) => addChannel(manager, organisation, 'facebook'))).id;
});

describe('a verdict', () => {
  it('stands since the day it was first given; figures that move under it are renewed and leave no trace', async () => {
    await say(1, [record('video', 'do_more')]);
    await say(5, [record('video', 'do_more', { effect: 0.5, low: 0.2, high: 0.9, posts: 20, reason: 'too-few-posts' })]);
    expect(await history()).toEqual(['do_more 1-']);
    expect(await kept()).toMatchObject([{ effect: 0.5, low: 0.2, high: 0.9, posts: 20, reason: 'too-few-posts' }]);
    expect(await tenant((manager) => readHistory(manager, organisation.id, nameOf('video')))).toMatchObject([{ fingerprint: 'f5' }]);
  });

  it('that is another keeps those before it with their days, figures and input', async () => {
    await say(1, [record('video', 'do_more')]);
    await say(5, [record('video', 'test', { effect: 0.2 })]);
    await say(9, [record('video', 'do_less', { effect: -0.3 })]);
    expect(await history()).toEqual(['do_less 9-', 'test 5-9', 'do_more 1-5']);
    const [, , first] = await tenant((manager) => readHistory(manager, organisation.id, nameOf('video')));
    expect(first).toMatchObject({ effect: 0.4, low: 0.1, high: 0.8, posts: 12, methodVersion: 1, fingerprint: 'f1' });
    expect(await changes()).toEqual(['test 09']);
  });

  it('of a level that disappears stays on record, and one that comes back unchanged has not changed', async () => {
    await say(1, [record('video', 'do_more'), record('photo', 'test')]);
    await say(5, [record('photo', 'test')]);
    expect((await kept()).map(({ level }) => level)).toEqual(['photo']);
    expect(await history()).toEqual(['do_more 1-5']);
    await say(9, [record('video', 'do_more'), record('photo', 'test')]);
    expect(await history()).toEqual(['do_more 9-', 'do_more 1-5']);
    expect(await history('photo')).toEqual(['test 1-']);
    expect(await changes()).toEqual([]);
  });

  it('loses nothing when it flips twice at one instant, or while the clock is put back', async () => {
    await say(9, [record('video', 'do_more')]);
    await say(9, [record('video', 'test')]);
    await say(9, [record('video', 'do_more')]);
    await say(4, [record('video', 'do_less')]);
    await say(4, []);
    await say(3, [record('video', 'do_more')]);
    const given = await tenant((manager) => readHistory(manager, organisation.id, nameOf('video')));
    expect(given.map(({ verdict }) => verdict)).toEqual(['do_more', 'do_less', 'do_more', 'test', 'do_more']);
    for (const { since, until } of given) expect(until === null || since < until).toBe(true);
    given.slice(1).forEach(({ until }, index) => { expect(until).toBe(given[index]?.since); });
  });
});

describe('records that are kept', () => {
  it('take the place of their own kind and channel alone, in the order they are given', async () => {
    const other = await tenant((manager) => addChannel(manager, organisation, 'instagram'));
    const compared = [channelId, other.id].map((id, index) => record(`nom ${String(index)}`, 'do_more', {
      id: recommendationId({ organisationId: organisation.id, channelId: id, dimension: 'channel', level: '' }), channelId: id, kind: 'comparison', dimension: 'channel',
    }));
    const foreign = record('video', 'test', { id: recommendationId({ organisationId: organisation.id, channelId: other.id, dimension: 'format', level: 'video' }), channelId: other.id });
    await say(1, compared, { channelId: null, kinds: ['comparison'], from: 1000 });
    await say(1, [foreign], { channelId: other.id });
    await say(2, [record('video', 'do_more'), record('annual', 'worsening', { kind: 'trend', dimension: 'trend' })]);
    await say(3, [record('annual', 'worsening', { kind: 'trend', dimension: 'trend' }), record('album', 'test')]);
    expect((await kept()).map(({ channel, dimension, level }) => `${channel}: ${dimension} ${String(level)}`)).toEqual([
      'Notre facebook: trend annual', 'Notre facebook: format album', 'Notre facebook: channel Notre facebook',
      'Notre instagram: format video', 'Notre instagram: channel Notre instagram',
    ]);
    await say(4, compared.slice(0, 1), { channelId: null, kinds: ['comparison'] });
    expect((await kept()).filter(({ kind }) => kind === 'comparison')).toHaveLength(1);
    expect((await tenant((manager) => readRecords(manager, organisation.id, other.id))).map(({ dimension }) => dimension)).toEqual(['format']);
  });

  it('bear the name their channel has now', async () => {
    await say(1, [record('Notre facebook', 'do_more', { kind: 'comparison', dimension: 'channel' })], { kinds: ['comparison'] });
    await tenant((manager) => manager.query(`UPDATE channel SET name = 'La page'`));
    expect(await tenant((manager) => readRecord(manager, organisation.id, nameOf(null, 'channel')))).toMatchObject({ channel: 'La page', level: 'La page', verdict: 'do_more' });
  });
});

describe('advice', () => {
  const keep = (rest: Partial<KeptAdvice> & { at: Date }): Promise<void> => tenant((manager) => keepAdvice(manager, {
    organisationId: organisation.id, channelId, figuresVersion: 1, methodVersion: ADVICE_METHOD_VERSION, fingerprint: 'a', outlook: JSON.parse('{}'), months: [], figures: JSON.parse('{}'), ...rest,
  }));
  const row = async () => (await tenant((manager) => manager.query<Record<string, unknown>[]>('SELECT * FROM channel_advice')))[0];
  const raise = (): Promise<void> => tenant((manager) => raiseFiguresVersion(manager, organisation.id, [channelId]));
  /** Whether it has to be looked at: as who asks is told, and as the sweep is, who must agree. */
  const isDue = async (at: Date): Promise<boolean> => {
    const asked = await tenant((manager) => channelsOutdated(manager, { organisationId: organisation.id, at }));
    const swept = (await channelsToAdvise(ledger.transaction, at, 100)).filter((key) => key.channelId === channelId);
    expect(asked).toEqual(swept.map((key) => key.channelId));
    return asked.length > 0;
  };

  it('was made when its input or the method last changed, and is looked at now', async () => {
    await keep({ at: noon(1) });
    await keep({ at: noon(2), figuresVersion: 7, outlook: JSON.parse('{"test":2}'), months: JSON.parse('[2]'), figures: JSON.parse('{"since":2}') });
    expect(await row()).toMatchObject({ made_at: noon(1), checked_at: noon(2), figures_version: 7, outlook: { test: 2 }, months: [2], figures: { since: 2 } });
    await keep({ at: noon(3), fingerprint: 'b' });
    expect(await row()).toMatchObject({ made_at: noon(3), fingerprint: 'b' });
    await keep({ at: noon(4), fingerprint: 'b', methodVersion: 99 });
    expect(await row()).toMatchObject({ made_at: noon(4), method_version: 99 });
  });

  it('is looked at when figures or the method change, and once a day', async () => {
    await raise();
    expect(await isDue(noon(1))).toBe(true);
    await keep({ at: noon(1) });
    expect(await isDue(noon(2))).toBe(false);
    expect(await isDue(new Date(noon(2).getTime() + 1000))).toBe(true);
    await raise();
    expect(await isDue(noon(1))).toBe(true);
    await keep({ at: noon(1), figuresVersion: 2 });
    expect(await isDue(noon(1))).toBe(false);
    await keep({ at: noon(1), figuresVersion: 2, methodVersion: ADVICE_METHOD_VERSION + 1 });
    expect(await isDue(noon(1))).toBe(true);
  });
});
