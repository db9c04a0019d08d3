import { monthlyReport } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { emptyReport, sampleReport } from '../../../../test/fixtures/monthly-report.sample.js';
import { withoutChannel } from './without-channel.js';

const report = sampleReport();

describe('a closed report without one of its channels', () => {
  it.each(report.channels.map(({ channel }) => channel))('tells nothing of $name any more ($network), and is a report still', ({ id }) => {
    const left = withoutChannel(report, id);
    expect(JSON.stringify(left)).not.toContain(id);
    expect(monthlyReport.parse(left).channels).toEqual(report.channels.filter(({ channel }) => channel.id !== id));
  });

  it('has no picture where the main channel is gone, and keeps it where another is', () => {
    const main = report.mainChannelId ?? '';
    expect(withoutChannel(report, main)).toMatchObject({ mainChannelId: null, notes: [], year: null });
    const other = report.channels.find(({ channel }) => channel.id !== main)?.channel.id ?? '';
    expect(withoutChannel(report, other)).toMatchObject({ mainChannelId: main, notes: report.notes, year: report.year });
  });

  it('says no more what was answered of its recommendations, and says it of the others', () => {
    const [first, second] = report.advice?.outlooks ?? [];
    const decided = [first, second].map((outlook) => ({ recommendationId: outlook?.records[0]?.id ?? '', decision: 'accepted' as const, day: '2026-10-03' }));
    const asked = { ...report, advice: report.advice && { ...report.advice, decided } };
    expect(withoutChannel(asked, first?.channelId ?? '').advice?.decided).toEqual([decided[1]]);
  });

  it('is as it was where it never told of the channel', () => {
    expect(withoutChannel(report, '01900000-0000-7000-8000-00000000ffff')).toEqual(report);
    expect(withoutChannel(emptyReport(), 'x')).toEqual(emptyReport());
  });
});
