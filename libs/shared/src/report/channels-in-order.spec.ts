import { describe, expect, it } from 'vitest';
import { crowdedReport } from '../../../../test/fixtures/crowded-report.sample.js';
import { channelsInOrder } from './channels-in-order.js';
import { reportWords } from './report-words.js';

const report = crowdedReport({ channels: 12, name: (index) => `Le Lavoir ${index}` });
const named = (mainChannelId: string | null): string[] => channelsInOrder({ ...report, mainChannelId }, reportWords('fr')).map(({ networkLabel, channel }) => `${networkLabel} ${channel.name}`);

describe('the channels of a report', () => {
  it('stand by network and name, numbers as people count', () => {
    expect(named(null).slice(0, 5)).toEqual(['Facebook Le Lavoir 0', 'Facebook Le Lavoir 5', 'Facebook Le Lavoir 10', 'Instagram Le Lavoir 1', 'Instagram Le Lavoir 6']);
  });

  it('begin with the main one, whatever its name', () => {
    const youtube = report.channels.find(({ channel }) => channel.network === 'youtube')?.channel.id ?? null;
    expect(named(youtube).slice(0, 2)).toEqual(['YouTube Le Lavoir 3', 'Facebook Le Lavoir 0']);
  });
});
