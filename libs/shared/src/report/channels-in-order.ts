import type { ChannelReport, MonthlyReport } from '../contract/report.contract.js';
import type { ReportWords } from './report-words.js';

/** The channels as every rendering sets them: the main one first, then by network and name. Never by figures: it is no ranking. */
export function channelsInOrder({ channels, mainChannelId }: Pick<MonthlyReport, 'channels' | 'mainChannelId'>, { write }: ReportWords): ChannelReport[] {
  const nameOf = ({ channel, networkLabel }: ChannelReport): string => `${channel.id === mainChannelId ? '0' : '1'} ${networkLabel} ${channel.name}`;
  return channels.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), write.intlLocale, { numeric: true }));
}
