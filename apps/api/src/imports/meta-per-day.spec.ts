import { describe, expect, it } from 'vitest';
import { fixture, hasRealFiles, openFile, readRows, realFile, reasonsOf } from '../../../../test/support/exports.js';

const page = { network: 'facebook', externalId: '100000000000001', name: 'Centre' };
const account = { network: 'instagram', externalId: '1', name: 'cc' };
const chart = (title: string, value = '5') => `sep=,\n"${title}"\n"Date","Primary"\n"2026-01-01T01:00:00","${value}"\n`;

describe('Business Suite files of one chart', () => {
  it('reads the days of a UTF-16 file, leaves gross follows out and says so', async () => {
    const rows = await readRows(fixture('facebook-reach-per-day.utf16.csv'), { chosen: page });
    expect(rows.filter((row) => row.kind === 'channel-day').map(({ reading }) => [reading.day, reading.reach, reading.followers])).toEqual([['2026-01-01', 5, null], ['2026-01-02', 14, null]]);
    expect(reasonsOf(rows)).toEqual(['9 skipped chart-skipped']);
  });

  it.each([
    { title: 'Viewers', chosen: page, expected: { reach: 5, views: null, visits: null } },
    { title: 'Reach', chosen: account, expected: { reach: 5 } },
    { title: 'Views', chosen: account, expected: { views: 5, reach: null } },
    { title: 'Facebook visits', chosen: page, expected: { visits: 5 } },
  ])('reads the chart $title', async ({ title, chosen, expected }) => {
    expect(await readRows(chart(title), { chosen })).toMatchObject([{ kind: 'channel-day', line: 4, channel: chosen, reading: { day: '2026-01-01', ...expected } }]);
  });

  it.each([
    { title: 'Views', chosen: null, reason: 'channel-needed' },
    { title: 'Facebook reach', chosen: null, reason: 'channel-needed' },
    { title: 'Facebook reach', chosen: account, reason: 'other-network' },
    { title: 'Follows', chosen: page, reason: 'chart-not-used' },
    { title: 'Content interactions', chosen: page, reason: 'chart-not-used' },
    { title: 'Météo', chosen: page, reason: 'chart-not-used' },
  ])('refuses the chart $title: $reason', async ({ title, chosen, reason }) => {
    expect(await openFile(chart(title), { chosen })).toMatchObject({ kind: 'refused', reason });
  });

  it.each([
    { value: '-5', reason: 'negative' },
    { value: '', reason: 'no-figure' },
    { value: '17-juin', reason: 'not-a-number' },
  ])('rejects a day whose figure is "$value"', async ({ value, reason }) => {
    expect(reasonsOf(await readRows(chart('Viewers', value), { chosen: page }))).toEqual([`4 rejected ${reason}`]);
  });

  it.skipIf(!hasRealFiles)('reads the 105 days of the real file in ../shared/data', async () => {
    const rows = await readRows(realFile('exports/facebook-reach-per-day.utf16.csv'), { chosen: page });
    expect(rows.filter((row) => row.kind === 'channel-day')).toHaveLength(105);
    expect(rows[0]).toMatchObject({ line: 4, reading: { day: '2025-01-01', reach: 5 } });
  });
});

