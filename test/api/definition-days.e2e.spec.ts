import { type ReachQuery, toStaffInput } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ReachService } from '../../apps/api/src/insights/reach.service.js';
import { checkRollups } from '../../apps/api/src/posts/check-rollups.js';
import type { LedgerChannel } from '../../apps/api/src/posts/ledger-channel.js';
import { addChannel, addOrganisation, openLedger, reading, type TestLedger, write } from '../support/ledger.js';
import { monthReports } from '../support/month-reports.js';

/** The day a page is connected: its past, before and after two changes of definition, is read by what the API counts now. */
const CONNECTED = '2026-11-24T10:00:00Z';

let ledger: TestLedger;
let organisation: { id: string; timeZone: string };
let page: LedgerChannel;
let count = 0;

const writing = (request: Omit<Parameters<typeof write>[2], 'channel'>) => ledger.transaction.run(organisation.id, (manager) => write(manager, organisation.id, { channel: page, ...request }));
async function reportOf(month: string) {
  const report = await monthReports(ledger.transaction, () => new Date(CONNECTED)).assemble(organisation.id, month, 'fr');
  const [channel] = report.channels;
  if (!channel) throw new Error('the report has the channel');
  return channel;
}

beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());
beforeEach(async () => {
  count += 1;
  organisation = await addOrganisation(ledger.transaction, `couture-${count}`);
  page = await ledger.transaction.run(organisation.id, (manager) => addChannel(manager, organisation, 'facebook'));
});

describe('figures that the API gives of days before a change of definition', () => {
  it('compares followers of both sides of the day on which likes of the page gave way to them: one metric counted all', async () => {
    const followers = [{ day: '2025-10-31', followers: 4000 }, { day: '2025-11-30', followers: 4060 }];
    await writing({ observedAt: CONNECTED, source: 'api', followers });
    const { followers: told, seams } = await reportOf('2025-11');
    expect(told).toEqual({ count: 4060, day: '2025-11-30', change: 60, estimated: false });
    expect(seams).toEqual([]);
  });

  it('does not part the line of a month by a post of the API that has no figure under the new definition', async () => {
    const followers = [{ day: '2026-01-01', followers: 4000 }];
    const posts = ['2026-03', '2026-04', '2026-05'].flatMap((month) => [1, 2, 3, 4, 5].map((day) => reading(`${month}-${day}`, `${month}-0${day}T10:00:00Z`, { figures: { reach: 200 + day } })));
    await writing({ observedAt: '2026-11-20T10:00:00Z', posts, followers });
    await writing({ observedAt: CONNECTED, source: 'api', posts: [reading('late', '2026-04-10T10:00:00Z', { figures: { reach: 12 } })] });
    const report = await reportOf('2026-05');
    expect(report.months.slice(-3).map(({ month, definition, all }) => ({ month, definition, posts: all.posts }))).toEqual(
      ['2026-03', '2026-04', '2026-05'].map((month) => ({ month, definition: 'facebook.reach.origin', posts: 5 })),
    );
    expect(toStaffInput(report, [], '2026-05').parts.slice(-3).map(({ joinsPrevious }) => joinsPrevious)).toEqual([false, true, true]);
    expect(await ledger.transaction.run(organisation.id, (manager) => checkRollups(manager, organisation.id, page))).toMatchObject({ differences: [] });
  });
});

describe('a span beside or across the day on which reach was counted otherwise', () => {
  const five = (month: string, first: number, reach: number) => [0, 1, 2, 3, 4].map((day) => reading(`${month}-${String(day)}`, `${month}-${String(first + day).padStart(2, '0')}T10:00:00Z`, { figures: { reach } }));
  const periodOf = async (query: ReachQuery) => (await new ReachService(ledger.transaction).byMonth(organisation.id, query))[0]?.period;
  beforeEach(async () => {
    await writing({ observedAt: '2026-06-01T10:00:00Z', source: 'api', posts: five('2026-05', 20, 200), followers: [{ day: '2026-01-01', followers: 4000 }] });
    // Of the last days before it, read when a week old: counted as on the days after it.
    await writing({ observedAt: '2026-06-21T10:00:00Z', source: 'api', posts: five('2026-06', 9, 40) });
    await writing({ observedAt: '2026-08-01T10:00:00Z', source: 'api', posts: five('2026-07', 20, 100) });
  });

  it.each([
    { where: 'before it', from: '2026-05-01', to: '2026-06-14', since: '2026-05-01', rate: 0.05 },
    { where: 'across it', from: '2026-05-01', to: '2026-07-31', since: '2026-06-15', rate: 0.025 },
    { where: 'after it', from: '2026-07-01', to: '2026-07-31', since: '2026-07-01', rate: 0.025 },
  ])('$where holds no post that was counted otherwise than on its last day', async ({ from, to, since, rate }) => {
    expect(await periodOf({ from, to })).toMatchObject({ since, until: to, organic: { median: rate, posts: 5 } });
  });

  it('is the year of a report likewise, which holds no post of its last days that was counted on the first of the next month', async () => {
    page = await ledger.transaction.run(organisation.id, (manager) => addChannel(manager, organisation, 'instagram'));
    await writing({ observedAt: '2024-08-26T10:00:00Z', source: 'api', posts: five('2024-08', 10, 400), followers: [{ day: '2024-01-01', followers: 4000 }] });
    await writing({ observedAt: '2024-09-02T10:00:00Z', source: 'api', posts: [reading('late', '2024-08-25T10:00:00Z', { figures: { reach: 40, shares: 2, likes: 20 } })] });
    await ledger.transaction.run(organisation.id, (manager) => manager.query('UPDATE channel SET is_main = (id = $2) WHERE organisation_id = $1', [organisation.id, page.id]));
    const { year } = await monthReports(ledger.transaction, () => new Date(CONNECTED)).assemble(organisation.id, '2024-08', 'fr');
    expect(year).toMatchObject({ since: '2023-09-01', until: '2024-08-31', reach: { organic: { median: 0.1, posts: 5 } }, sharing: { shares: 2 } });
  });
});

describe('a page connected first, whose past is imported afterwards', () => {
  it.each([{ told: 10, what: 'told too late' }, { told: 200, what: 'told too late, even when the figures are equal' }])('takes from the file what the API $what', async ({ told }) => {
    const posts = (reach: number) => [1, 2, 3, 4, 5].map((day) => reading(`post-${day}`, `2026-03-0${day}T10:00:00Z`, { figures: { reach: reach + day } }));
    await writing({ observedAt: CONNECTED, source: 'api', posts: posts(told), followers: [{ day: '2026-01-01', followers: 4000 }] });
    expect((await reportOf('2026-03')).headline).toMatchObject({ figure: { median: null, posts: 0 } });
    await writing({ observedAt: '2026-11-25T10:00:00Z', posts: posts(200) });
    expect((await reportOf('2026-03')).headline).toMatchObject({ figure: { median: 203 / 4000, posts: 5 }, reason: null });
    expect(await ledger.transaction.run(organisation.id, (manager) => checkRollups(manager, organisation.id, page))).toMatchObject({ differences: [] });
  });
});
