import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../../../test/fixtures/monthly-report.sample.js';
import type { ChannelReport, MonthlyReport } from '../contract/report.contract.js';
import { figuresSentence, provisionalSentence } from './provisional.js';

type Growth = { growing: number; until?: string; network?: string };

/** The sample month with as many growing posts on its first channels. */
function month(growth: readonly Growth[], rest: Partial<MonthlyReport> = {}): MonthlyReport {
  const report = sampleReport();
  const channels = report.channels.slice(0, growth.length).map((channel, index): ChannelReport => {
    const { growing = 0, until = null, network = channel.channel.network } = growth[index] ?? {};
    return { ...channel, channel: { ...channel.channel, network }, volume: { ...channel.volume, growing }, growingUntil: until };
  });
  return { ...report, isProvisional: true, isMonthOver: true, ...rest, channels };
}

const say = (report: MonthlyReport, locale: 'fr' | 'en' = 'fr'): string | undefined => provisionalSentence(report, locale)?.replaceAll('\u202F', ' ').replaceAll('\u00A0', ' ');

describe('provisionalSentence', () => {
  it('says that the month is not over', () => {
    expect(say(month([{ growing: 0 }], { isMonthOver: false }))).toBe('Chiffres provisoires : le mois n’est pas fini.');
  });

  it('says which channel’s post still grows, and until when', () => {
    expect(say(month([{ growing: 1, until: '2026-11-26' }]))).toBe('Chiffres provisoires : une publication grandit encore (Facebook, jusqu’au 26 novembre).');
  });

  it('says both, channel by channel, each with its own number', () => {
    expect(say(month([{ growing: 3, until: '2026-11-30' }, { growing: 0 }, { growing: 2, until: '2026-12-01' }], { isMonthOver: false })))
      .toBe('Chiffres provisoires : le mois n’est pas fini, et 5 publications grandissent encore (Facebook 3, jusqu’au 30 novembre ; Lettre d’information 2, jusqu’au 1er décembre).');
  });

  it('asks for a new reading where the posts are old enough and were not read since', () => {
    expect(say(month([{ growing: 2 }]))).toBe('Chiffres provisoires : 2 publications grandissent encore (Facebook, à relever de nouveau).');
  });

  it('tells two channels of one network by their own names', () => {
    expect(say(month([{ growing: 1, network: 'instagram', until: '2026-11-26' }, { growing: 0 }]))).toContain('(Le Lavoir, jusqu’au');
  });

  it('counts channels where naming each would be longer than the page is wide', () => {
    const five = ['2026-11-26', '2026-12-01', '2026-11-30', '2026-11-26', '2026-11-28'].map((until) => ({ growing: 2, until }));
    expect(say(month(five))).toBe('Chiffres provisoires : 10 publications grandissent encore (5 canaux, jusqu’au 1er décembre au plus tard).');
    expect(say(month(five.slice(0, 4)))).toContain('Facebook 2, jusqu’au 26 novembre ; Instagram 2');
    expect(say(month([...five.slice(0, 4), { growing: 1 }]))).toContain('(4 canaux, jusqu’au 1er décembre au plus tard ; 1 canal, à relever de nouveau)');
    expect(say(month(five.map(({ growing }) => ({ growing }))), 'en')).toBe('Provisional figures: 10 posts are still growing (5 channels, to be read again).');
  });

  it('is as complete in English', () => {
    expect(say(month([{ growing: 1, until: '2026-11-26' }], { isMonthOver: false }), 'en')).toBe('Provisional figures: the month is not over, and one post is still growing (Facebook, until 26 November).');
  });

  it('is silent when the figures are final, or when nothing is there to count', () => {
    expect(provisionalSentence({ ...sampleReport(), isProvisional: false }, 'fr')).toBeNull();
    expect(provisionalSentence({ ...sampleReport(), channels: [] }, 'fr')).toBeNull();
  });
});

describe('figuresSentence', () => {
  it('says of a closed month on which day of the organisation it was closed, whatever still grows', () => {
    const closed = { at: '2026-11-04T23:30:00.000Z', by: 'owner' };
    expect(figuresSentence({ ...month([{ growing: 3 }]), closed }, 'en')).toBe('Month closed on 5 November 2026: these are the figures of that day.');
    expect(figuresSentence(month([{ growing: 3 }]), 'fr')).toBe(provisionalSentence(month([{ growing: 3 }]), 'fr'));
  });
});
