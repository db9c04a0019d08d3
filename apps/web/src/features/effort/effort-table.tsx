import type { Channel, ChannelEffort, EffortMonth } from '@portee/shared';
import type { ReactNode } from 'react';
import { writeHours } from '../../format/hours.js';
import { useTranslation } from '../../locales/translation.js';
import { Table } from '../../ui/table.js';

interface EffortTableProps { month: string; channels: readonly Channel[]; entered: readonly ChannelEffort[] }

/** The same for who reads only. */
export function EffortTable({ month, channels, entered }: EffortTableProps): ReactNode {
  const { t, write, locale } = useTranslation();
  const rows = channels.map((channel) => ({ channel, effort: entered.find(({ channelId }) => channelId === channel.id)?.months.find((one) => one.month === month) }));
  const hours = (effort: EffortMonth | undefined): string => (effort?.hours === null || effort === undefined ? t('channels.unknown') : writeHours(effort.hours, locale));
  const euros = (effort: EffortMonth | undefined): string => (effort?.euros === null || effort === undefined ? t('channels.unknown') : write.number(effort.euros, 2));
  return (
    <Table
      caption={t('effort.table', { month: write.monthAndYear(month) })} rows={rows} keyOf={({ channel }) => channel.id}
      columns={[
        { key: 'channel', title: t('channels.col.canal'), isHeading: true, cell: ({ channel }) => channel.name },
        { key: 'hours', title: t('effort.hours'), align: 'end', cell: ({ effort }) => hours(effort) },
        { key: 'euros', title: t('effort.euros'), align: 'end', cell: ({ effort }) => euros(effort) },
      ]}
    />
  );
}
