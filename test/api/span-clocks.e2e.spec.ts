import type { Channel, ChannelReach } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { readAnalysedSpan } from '../../apps/api/src/insights/read-analysed-span.js';
import { importFile } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

const NOW = new Date('2026-12-20T10:00:00Z');
const published = {
  'before spring': '2026-03-29T01:30:00+01:00', 'as no clock showed it': '2026-03-29T02:30:00+01:00', 'the first time': '2026-10-25T02:30:00+02:00', 'the second time': '2026-10-25T02:30:00+01:00',
  'winter': '2026-01-15T17:00:00Z', 'summer': '2026-07-15T17:00:00Z', 'night of a first': '2026-11-01T02:30:00+01:00',
};

let portee: TestPortee;
let visitor: Member;
let channel: Channel;

/** Of each post its local day, its weekday and its hour. */
async function slots(): Promise<Record<string, string>> {
  const transaction = portee.running.app.get(TenantTransaction, { strict: false });
  const [organisation] = await transaction.lookUp((manager) => manager.query<{ id: string }[]>('SELECT organisation_id_by_slug($1) AS id', [visitor.slug]));
  const organisationId = organisation?.id ?? '';
  const { posts } = await transaction.run(organisationId, (manager) => readAnalysedSpan(manager, { organisationId, id: channel.id }, { at: NOW }));
  return Object.fromEntries(posts.map(({ text, localDay, weekday, hour, band }) => [text, `${localDay} ${weekday} ${hour} ${band}`]));
}

/** How many posts each month has. */
async function months(): Promise<Record<string, number>> {
  const [reach] = await visitor.json<ChannelReach[]>('GET', `/api/v1/organisations/${visitor.slug}/insights/reach?from=2026-10-01&to=2026-11-30`);
  return Object.fromEntries((reach?.months ?? []).map(({ month, all }) => [month, all.posts]));
}

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => NOW });
  visitor = await firstMember(portee.url);
  const header = 'channel,network,post_id,published_at,format,paid,followers,reach,reach_organic,reach_paid,reach_followers,views,likes,comments,shares,saves,clicks,text,url,observed_at';
  const lines = Object.entries(published).map(([name, at], index) => `La lettre,newsletter,${index},${at},photo,false,900,60,,,,,,,,,,"${name}",,2026-12-01T00:00:00Z`);
  const { state } = await importFile(visitor, { name: 'lettre.csv', bytes: [header, ...lines].join('\n') });
  expect(state).toBe('applied');
  [channel] = await visitor.json<[Channel]>('GET', `/api/v1/organisations/${visitor.slug}/channels`);
});
afterAll(() => portee.stop());

describe('posts at hours that clocks skip or show twice', () => {
  it('lie in the hour and on the day that the clocks of their channel showed', async () => {
    expect(await slots()).toEqual({
      'before spring': '2026-03-29 sun 1 night', 'as no clock showed it': '2026-03-29 sun 3 night', 'the first time': '2026-10-25 sun 2 night', 'the second time': '2026-10-25 sun 2 night',
      'winter': '2026-01-15 thu 18 evening', 'summer': '2026-07-15 wed 19 evening', 'night of a first': '2026-11-01 sun 2 night',
    });
    expect(await months()).toEqual({ '2026-10': 2, '2026-11': 1 });
  });

  it('move with the zone of their channel, over the turn of a month too', async () => {
    await visitor.json('PATCH', `/api/v1/organisations/${visitor.slug}/channels/${channel.id}`, { timeZone: 'America/Los_Angeles' });
    expect(await slots()).toEqual({
      // Eight hours away, nine usually: California has changed its clocks three weeks before.
      'before spring': '2026-03-28 sat 17 evening', 'as no clock showed it': '2026-03-28 sat 18 evening', 'the first time': '2026-10-24 sat 17 evening', 'the second time': '2026-10-24 sat 18 evening',
      'winter': '2026-01-15 thu 9 morning', 'summer': '2026-07-15 wed 10 morning', 'night of a first': '2026-10-31 sat 18 evening',
    });
    expect(await months()).toEqual({ '2026-10': 3, '2026-11': 0 });
  });
});
