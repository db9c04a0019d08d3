import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel, ChannelOutlook, Recommendation, RecommendationEvidence } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askDatabase } from '../support/database-client.js';
import { AdviceSweep } from '../../apps/api/src/recommendations/advice.sweep.js';
import { centreFile } from '../support/centre-file.js';
import { runCommand } from '../support/command.js';
import { importFile } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

const clock = { at: new Date('2026-11-20T09:00:00Z') };
let portee: TestPortee;
let visitor: Member;
let folder: string;

const get = <T>(path: string) => visitor.json<T>('GET', `/api/v1/organisations/${visitor.slug}/${path}`);
const give = (csv: string) => importFile(visitor, { name: 'portee.csv', bytes: csv }, { observedAt: '2026-10-31T23:00:00Z' });
const pass = (hours: number) => { clock.at = new Date(clock.at.getTime() + hours * 3_600_000); };
const command = (...words: string[]) => runCommand(portee.database, words, { now: clock.at });
const about = (records: readonly Recommendation[], dimension: string, level: string | null) => records.find((record) => record.dimension === dimension && record.level === level);

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => clock.at });
  visitor = await firstMember(portee.url);
  folder = await mkdtemp(join(tmpdir(), 'portee-recommend-'));
});
afterAll(async () => {
  await portee.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('an organisation without anything', () => {
  it('is told nothing, and no error', async () => {
    expect(await get<Recommendation[]>('recommendations')).toEqual([]);
    expect(await get<ChannelOutlook[]>('recommendations/outlook')).toEqual([]);
  });
});

describe('a channel whose evenings reach twice as many people', () => {
  let records: Recommendation[];
  let channel: Channel;
  beforeAll(async () => {
    await give(centreFile({ posts: 300, evening: 2.2 }));
    records = await get<Recommendation[]>('recommendations');
    [channel] = await get<[Channel]>('channels');
  });

  it('is told so, with an interval on its own side and the posts counted', () => {
    const evening = about(records, 'hour_band', 'evening');
    expect(evening).toMatchObject({ kind: 'advice', channelId: channel.id, channel: 'Annonces du centre', verdict: 'do_more', reason: null });
    expect(evening?.low).toBeGreaterThan(0);
    expect(evening?.effect).toBeGreaterThan(0.3);
    expect(evening?.posts).toBeGreaterThan(40);
    expect(Object.keys(evening ?? {})).toEqual(['id', 'kind', 'channelId', 'channel', 'dimension', 'level', 'effect', 'low', 'high', 'posts', 'verdict', 'reason']);
  });

  it('gives the same records on the command line, kept and as of now', async () => {
    const kept = await command('recommend', '--organisation', visitor.slug, '--json');
    expect(kept.code, kept.err).toBe(0);
    expect(JSON.parse(kept.out)).toEqual(records);
    const asOf = await command('recommend', '--organisation', visitor.slug, '--channel', 'annonces du centre', '--as-of', clock.at.toISOString(), '--json');
    expect(JSON.parse(asOf.out)).toEqual(records);
  });

  it('says less as of a day when less was known', async () => {
    const { out } = await command('recommend', '--organisation', visitor.slug, '--as-of', '2026-10-01T00:00:00Z', '--json');
    const before: Recommendation[] = JSON.parse(out);
    // The file was downloaded on 31 October: nothing had been read on the 1st.
    expect(before.every(({ verdict, effect }) => verdict === 'not_enough_data' && effect === null)).toBe(true);
    expect(before.length).toBeGreaterThan(0);
  });

  it('opens onto the posts counted, what was held equal and what was said', async () => {
    const evening = about(records, 'hour_band', 'evening');
    const evidence = await get<RecommendationEvidence>(`recommendations/${evening?.id}/evidence`);
    expect(evidence.level.posts).toBe(evening?.posts);
    expect(evidence.level.median).toBeGreaterThan(evidence.others.median ?? 1);
    expect(evidence.posts).toHaveLength(50);
    expect(evidence.heldEqual).toEqual(expect.arrayContaining(['weekday', 'format', 'time']));
    expect(evidence.history).toEqual([expect.objectContaining({ verdict: 'do_more', until: null, methodVersion: 1 })]);
  });

  it('is made once of the same figures: the day it was made and the bytes of its records stay', async () => {
    const [before] = await get<[ChannelOutlook]>('recommendations/outlook');
    pass(30);
    await give(centreFile({ posts: 300, evening: 2.2 }));
    const [after] = await get<[ChannelOutlook]>('recommendations/outlook');
    expect({ ...after, basis: after.basis.until }).toMatchObject({ basis: '2026-11-21', madeAt: before.madeAt, fingerprint: before.fingerprint });
    expect(JSON.stringify(after.records)).toBe(JSON.stringify(before.records));
  });

  it('is advised on without anybody looking, by the sweep', async () => {
    const stale = async (): Promise<number> => (await askDatabase(portee.database.ownerUrl, 'SELECT * FROM channels_to_advise($1, 1, 100)', [clock.at])).length;
    await give(centreFile({ posts: 20, channel: 'Vidéos', network: 'peertube', prefix: 'l' }));
    expect(await stale()).toBeGreaterThan(0);
    await portee.running.app.get(AdviceSweep, { strict: false }).sweep();
    expect(await stale()).toBe(0);
  });
});

describe('a verdict that changes', () => {
  it('keeps what it said before, and since when', async () => {
    const [before] = await get<[Recommendation]>('recommendations').then((all) => all.filter(({ dimension, level, channel }) => dimension === 'hour_band' && level === 'evening' && channel === 'Annonces du centre'));
    pass(24 * 30);
    // As many evening posts again, of a time when evenings reached fewer people than other hours.
    await give(centreFile({ posts: 500, days: 590, evening: 0.45, prefix: 'q', seed: 11 }));
    const after = await get<Recommendation[]>('recommendations');
    const evening = about(after.filter(({ channel }) => channel === 'Annonces du centre'), 'hour_band', 'evening');
    expect(evening?.id).toBe(before?.id);
    expect(evening?.verdict).not.toBe('do_more');
    const evidence = await get<RecommendationEvidence>(`recommendations/${evening?.id}/evidence`);
    expect(evidence.history.map(({ verdict }) => verdict)).toEqual([evening?.verdict, 'do_more']);
    expect(evidence.history[1]?.until).toBe(clock.at.toISOString());
    expect(evidence.history[0]?.since).toBe(clock.at.toISOString());
    const [outlook] = (await get<ChannelOutlook[]>('recommendations/outlook')).filter(({ channel }) => channel === 'Annonces du centre');
    expect(outlook?.changes).toContainEqual({ recommendationId: evening?.id, before: 'do_more', changedAt: clock.at.toISOString() });
  });
});

describe('channels side by side', () => {
  it('are compared month by month, in both directions', async () => {
    await give(centreFile({ posts: 200, channel: 'Instagram du centre', network: 'instagram', prefix: 'i', seed: 3, followers: 900 }).replaceAll(/,(\d+),(\d+),(\d+),Annonce/g, (_, reach: string, likes: string, shares: string) => `,${String(Number(reach) * 4)},${likes},${shares},Annonce`));
    const compared = (await get<Recommendation[]>('recommendations')).filter(({ kind }) => kind === 'comparison');
    expect(about(compared, 'channel', 'Instagram du centre')).toMatchObject({ verdict: 'do_more', kind: 'comparison' });
    expect(about(compared, 'channel', 'Annonces du centre')).toMatchObject({ verdict: 'do_less' });
    // Twenty videos in as many months do not make four months in common: that channel stands apart and keeps nobody else from being compared.
    expect(about(compared, 'channel', 'Vidéos')).toMatchObject({ verdict: 'not_enough_data', reason: 'too-few-months', effect: null });
  });
});

describe('a network that counts no people', () => {
  it('says so in one record, and stays out of comparisons', async () => {
    await give(centreFile({ posts: 60, channel: 'Fediverse', network: 'mastodon', prefix: 'm' }).replaceAll(/,(\d+),(\d+),(\d+),Annonce/g, ',,$2,$3,Annonce'));
    const [channel] = (await get<Channel[]>('channels')).filter(({ name }) => name === 'Fediverse');
    expect(await get<Recommendation[]>(`recommendations?channelId=${channel?.id}`)).toEqual([expect.objectContaining({ verdict: 'not_enough_data', reason: 'no-reach', effect: null, posts: 0 })]);
  });
});

describe('refusals', () => {
  it('know no channel and no recommendation of others', async () => {
    const stranger = '01900000-0000-7000-8000-000000000001';
    expect((await visitor.get(`/api/v1/organisations/${visitor.slug}/recommendations?channelId=${stranger}`)).body).toMatchObject({ status: 404, reason: 'channel-not-found' });
    expect((await visitor.get(`/api/v1/organisations/${visitor.slug}/recommendations/${stranger}/evidence`)).body).toMatchObject({ status: 404, reason: 'recommendation-not-found' });
    expect((await command('recommend', '--organisation', visitor.slug, '--as-of', 'hier')).code).toBe(64);
  });
});

describe('many files at once', () => {
  it('are imported with one command, each on its channel, and all are advised on', async () => {
    await command('organisation', 'create', 'Banc', '--slug', 'banc');
    const files = await Promise.all(Array.from({ length: 12 }, async (_, index) => {
      const path = join(folder, `canal-${String(index)}.csv`);
      await writeFile(path, centreFile({ posts: 60, days: 180, channel: `Canal ${String(index)}`, prefix: `c${String(index)}`, seed: index + 1 }));
      return path;
    }));
    const imported = await command('import', ...files, '--organisation', 'banc', '--observed-at', '2026-10-31T23:00:00Z', '--json');
    expect(imported.code, imported.err).toBe(0);
    const { out } = await command('recommend', '--organisation', 'banc', '--json');
    const records: Recommendation[] = JSON.parse(out);
    expect(new Set(records.map(({ channel }) => channel)).size).toBe(12);
  });
});
