import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AnalysisSettingsService } from '../../apps/api/src/insights/analysis-settings.service.js';
import type { LedgerChannel } from '../../apps/api/src/posts/ledger-channel.js';
import { AdviceSweep } from '../../apps/api/src/recommendations/advice.sweep.js';
import { channelsOutdated } from '../../apps/api/src/recommendations/advised-channels.query.js';
import { DeleteChannel } from '../../apps/api/src/privacy/delete-channel.service.js';
import { Advisor } from '../../apps/api/src/recommendations/advisor.js';
import { RecommendationsService } from '../../apps/api/src/recommendations/recommendations.service.js';
import { type CentreFile, centreReadings } from '../support/centre-file.js';
import { addChannel, addOrganisation, type EntityManager, openLedger, type TestLedger, write } from '../support/ledger.js';
import { recordStatements } from '../support/record-statements.js';

const clock = { at: new Date('2026-11-20T09:00:00Z') };
const now = (): Date => clock.at;
let ledger: TestLedger;
let advisor: Advisor;
let recommendations: RecommendationsService;
/** Holds rows or tables from outside, so that programs have to wait where they are. */
let holder: Client;
/** Looks on, and breaks things. */
let owner: Client;
let organisation: { id: string; timeZone: string };
let channel: LedgerChannel;
let count = 0;

const tenant = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> => ledger.transaction.run(organisation.id, work);
const fill = (manager: EntityManager, of: LedgerChannel, file: Partial<CentreFile> = {}) =>
  write(manager, organisation.id, { channel: of, observedAt: '2026-10-31T23:00:00Z', posts: centreReadings({ posts: 60, days: 300, lastDay: '2026-10-20', prefix: of.id, ...file }) });
const add = (file: Partial<CentreFile> = {}): Promise<LedgerChannel> => tenant(async (manager) => {
  const added = await addChannel(manager, organisation, 'newsletter');
  await fill(manager, added, file);
  return added;
});
const outdated = (): Promise<string[]> => tenant((manager) => channelsOutdated(manager, { organisationId: organisation.id, at: clock.at }));
const comparisons = async (): Promise<string[]> => (await tenant((manager) => manager.query<{ id: string }[]>(`SELECT channel_id AS id FROM recommendation WHERE kind = 'comparison' ORDER BY 1`))).map(({ id }) => id);
/** The channel's network is one that this Portée does not know: nothing can be concluded from it. */
const breakChannel = ({ id }: LedgerChannel): Promise<unknown> => owner.query(`UPDATE channel SET network = 'disparu' WHERE id = $1`, [id]);
const sweeper = (): AdviceSweep => new AdviceSweep(ledger.transaction, advisor, now);

/** Holds a lock while the work goes on. */
async function holding(lock: string, work: (release: () => Promise<unknown>) => Promise<void>): Promise<void> {
  await holder.query('BEGIN');
  await holder.query(lock);
  try {
    await work(() => holder.query('COMMIT'));
  } finally {
    await holder.query('ROLLBACK');
  }
}

/** A writer in the middle of its transaction, having written to one channel and about to write to another. */
async function startWriting(first: LedgerChannel, then: LedgerChannel): Promise<{ goOn: () => void; written: Promise<void> }> {
  const [reached, paused] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const written = tenant(async (manager) => {
    await fill(manager, first, { posts: 30, days: 100, prefix: 'neuf' });
    reached.resolve();
    await paused.promise;
    await fill(manager, then, { posts: 10, days: 100, prefix: 'encore' });
  });
  await reached.promise;
  return { goOn: paused.resolve, written };
}

/** Until so many programs wait for others. */
async function untilWaiting(programs: number): Promise<void> {
  await vi.waitFor(async () => {
    const { rows } = await owner.query<{ number: number }>('SELECT count(DISTINCT l.pid)::int AS number FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE a.datname = current_database() AND NOT l.granted');
    expect(rows[0]?.number).toBe(programs);
  }, { timeout: 20_000 });
}

beforeAll(async () => {
  Logger.overrideLogger(false);
  ledger = await openLedger();
  advisor = new Advisor(ledger.transaction, now);
  recommendations = new RecommendationsService(ledger.transaction, advisor, now);
  holder = new Client({ connectionString: ledger.database.ownerUrl });
  owner = new Client({ connectionString: ledger.database.ownerUrl });
  await Promise.all([holder.connect(), owner.connect()]);
});
afterAll(async () => {
  await Promise.all([holder.end(), owner.end()]);
  await ledger.close();
});
beforeEach(async () => {
  count += 1;
  await owner.query('DELETE FROM organisation');
  organisation = await addOrganisation(ledger.transaction, `centre-${String(count)}`);
  for (const client of [holder, owner]) await client.query(`SELECT set_config('app.organisation_id', $1, false)`, [organisation.id]);
  channel = await add();
});

describe('two programs', () => {
  it('that advise on one channel at once advise on it once', async () => {
    const statements = await recordStatements(() => holding('SELECT 1 FROM channel_figures FOR UPDATE', async (release) => {
      const both = [advisor.refresh(organisation.id), advisor.refresh(organisation.id)];
      await untilWaiting(2);
      await release();
      expect(await Promise.all(both)).toEqual([[], []]);
    }));
    expect(statements.filter(({ sql }) => sql.includes('INSERT INTO channel_advice'))).toHaveLength(1);
  });

  it.each([
    { doing: 'advises on', start: () => advisor.advise({ organisationId: organisation.id, channelId: channel.id }) },
    { doing: 'compares', start: () => advisor.compare(organisation.id) },
  ])('of which one $doing a channel and the other deletes it both succeed', async ({ doing, start }) => {
    const others = [channel, await add({ seed: 2 })];
    if (doing === 'compares') for (const { id } of others) await advisor.advise({ organisationId: organisation.id, channelId: id });
    await holding('LOCK TABLE recommendation IN SHARE MODE', async (release) => {
      const advised = start();
      await untilWaiting(1);
      const removed = new DeleteChannel(ledger.transaction).run({ organisationId: organisation.id, channelId: channel.id }, { fromClosedMonths: false });
      await untilWaiting(2);
      await release();
      expect(await advised).toBeNull();
      await removed;
    });
    expect(await tenant((manager) => manager.query('SELECT 1 FROM recommendation WHERE channel_id = $1', [channel.id]))).toEqual([]);
  });

  it('of which one writes figures and the other concludes from them take turns: what is kept is of the last ones', async () => {
    const { goOn, written } = await startWriting(channel, channel);
    const advised = advisor.refresh(organisation.id);
    await untilWaiting(1);
    goOn();
    await Promise.all([written, advised]);
    expect(await outdated()).toEqual([]);
    expect(await recommendations.outlooks(organisation.id, {})).toMatchObject([{ basis: { posts: 100 } }]);
  });

  it('of which one changes the settings of the analysis and the other writes figures of several channels take turns', async () => {
    const second = await add({ seed: 2 });
    const { goOn, written } = await startWriting(second, channel);
    const changed = new AnalysisSettingsService(ledger.transaction, now).update({ ...organisation, language: 'fr' }, { shareCalls: ['passez le mot'] });
    await untilWaiting(1);
    goOn();
    await Promise.all([written, changed]);
    expect(await outdated()).toEqual([channel.id, second.id]);
  });
});

describe('who asks', () => {
  it('is shown one moment, whatever another program keeps meanwhile', async () => {
    await advisor.refresh(organisation.id);
    await holding(`UPDATE recommendation SET posts = 999`, async (release) => {
      await holder.query('LOCK TABLE recommendation IN ACCESS EXCLUSIVE MODE');
      const asked = recommendations.outlooks(organisation.id, {});
      await untilWaiting(1);
      await release();
      const [outlook] = await asked;
      expect(outlook?.records.some(({ posts }) => posts === 999)).toBe(false);
    });
  });

  it('sees posts behind a record that are those it counts, also when more have come', async () => {
    const evening = async () => (await recommendations.records(organisation.id, {})).find(({ level }) => level === 'evening');
    const before = await evening();
    await tenant((manager) => fill(manager, channel, { posts: 40, prefix: 'neuf' }));
    const evidence = await recommendations.evidence(organisation.id, before?.id ?? '');
    expect(evidence.level.posts).toBeGreaterThan(before?.posts ?? 0);
    expect(evidence.recommendation.posts).toBe(evidence.level.posts);
  });

  it('for one channel is shown no other', async () => {
    await add({ seed: 2 });
    expect((await recommendations.outlooks(organisation.id, { channelId: channel.id })).map(({ channelId }) => channelId)).toEqual([channel.id]);
    const then = await advisor.recordsAsOf(organisation.id, { channelId: channel.id, asOf: clock.at });
    expect(then).toEqual(await recommendations.records(organisation.id, { channelId: channel.id }));
  });

  it('what would have been said then leaves nothing kept', async () => {
    expect(await advisor.recordsAsOf(organisation.id, { asOf: clock.at })).not.toEqual([]);
    for (const table of ['channel_advice', 'recommendation', 'channels_compared']) expect(await tenant((manager) => manager.query(`SELECT 1 FROM ${table}`)), table).toEqual([]);
  });
});

describe('a channel that is gone', () => {
  it('leaves those that were compared with it compared anew, by who asks or by the sweep', async () => {
    const [second, third] = [await add({ seed: 2 }), await add({ seed: 3 })];
    await advisor.refresh(organisation.id);
    expect(await comparisons()).toEqual([channel.id, second.id, third.id]);
    const remove = (id: string) => new DeleteChannel(ledger.transaction).run({ organisationId: organisation.id, channelId: id }, { fromClosedMonths: false });
    const effect = async () => (await recommendations.records(organisation.id, { channelId: channel.id })).find(({ kind }) => kind === 'comparison')?.effect;
    const before = await effect();
    await remove(third.id);
    expect(await effect()).not.toBe(before);
    await remove(second.id);
    await sweeper().sweep();
    expect(await comparisons()).toEqual([]);
  });
});

describe('what was cut short', () => {
  it('between advising and comparing goes on with the comparing', async () => {
    const second = await add({ seed: 2 });
    for (const { id } of [channel, second]) await advisor.advise({ organisationId: organisation.id, channelId: id });
    await sweeper().sweep();
    expect(await comparisons()).toEqual([channel.id, second.id]);
    // Nothing to do any more: neither for the sweep nor for who asks.
    const statements = await recordStatements(() => Promise.all([sweeper().sweep(), recommendations.records(organisation.id, {})]));
    expect(statements.filter(({ sql }) => /^(INSERT|UPDATE|DELETE)|FOR (KEY )?(SHARE|UPDATE)/.test(sql.trim()))).toEqual([]);
  });

  it('by the end of the program ends with the channel under way', async () => {
    await add({ seed: 2 });
    await holding('LOCK TABLE recommendation IN SHARE MODE', async (release) => {
      const sweep = sweeper();
      void sweep.sweep();
      await untilWaiting(1);
      const stopped = sweep.beforeApplicationShutdown();
      await release();
      await stopped;
    });
    expect(await outdated()).toHaveLength(1);
  });
});

describe('a channel whose advice cannot be made', () => {
  it('shows what was last said of it, and keeps nobody from theirs', async () => {
    const second = await add({ seed: 2 });
    const before = await recommendations.records(organisation.id, { channelId: channel.id });
    await breakChannel(channel);
    clock.at = new Date(clock.at.getTime() + 25 * 3_600_000);
    await tenant((manager) => fill(manager, second, { posts: 30, days: 100, prefix: 'neuf' }));
    expect(await recommendations.outlooks(organisation.id, {})).toMatchObject([{ channelId: channel.id, basis: { until: '2026-11-20' } }, { channelId: second.id, basis: { until: '2026-11-21', posts: 90 } }]);
    const advice = (records: typeof before) => records.filter(({ kind }) => kind !== 'comparison');
    expect(advice(await recommendations.records(organisation.id, { channelId: channel.id }))).toEqual(advice(before));
    expect(await advisor.refresh(organisation.id)).toMatchObject([{ channelId: channel.id, cause: expect.any(Error) }]);
  });

  it('of which nothing was ever said is missing among the others, and an error alone', async () => {
    const second = await add({ seed: 2 });
    await breakChannel(channel);
    expect(new Set((await recommendations.records(organisation.id, {})).map(({ channelId }) => channelId))).toEqual(new Set([second.id]));
    await expect(recommendations.records(organisation.id, { channelId: channel.id })).rejects.toThrow();
  });

  it('is left alone by the sweep for an hour, and keeps no organisation from its turn', async () => {
    await breakChannel(channel);
    organisation = await addOrganisation(ledger.transaction, `autre-${String(count)}`);
    await add();
    const sweep = sweeper();
    const tries = async (): Promise<number> => (await recordStatements(() => sweep.sweep())).filter(({ sql }) => sql.includes('INSERT INTO channel_figures')).length;
    expect(await tries()).toBe(2);
    expect(await outdated()).toEqual([]);
    expect(await tries()).toBe(0);
    clock.at = new Date(clock.at.getTime() + 3_600_000);
    expect(await tries()).toBe(1);
  });
});
