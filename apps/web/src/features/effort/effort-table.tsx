import type { Channel, ChannelEffort, EffortMonth } from '@portee/shared';
import type { ReactNode } from 'react';
import { writeHours } from '../../format/hours.js';
import { useTranslation } from '../../locales/translation.js';
import { Table } from '../../ui/table.js';
import { useOwnNames } from '../../ui/use-channel-names.js';
import { monthOfChannel } from './effort-written.js';

interface EffortTableProps { month: string; channels: readonly Channel[]; entered: readonly ChannelEffort[] }

/** The same for who reads only. */
export function EffortTable({ month, channels, entered }: EffortTableProps): ReactNode {
  const { t, write, locale } = useTranslation();
  const nameOf = useOwnNames(channels);
  const rows = channels.map(({ id }) => ({ id, effort: monthOfChannel(entered, { channelId: id, month }) }));
  const hours = (effort: EffortMonth | undefined): string => (effort?.hours === null || effort === undefined ? t('channels.unknown') : writeHours(effort.hours, locale));
  const euros = (effort: EffortMonth | undefined): string => (effort?.euros === null || effort === undefined ? t('channels.unknown') : write.number(effort.euros, 2));
  return (
    <Table
      caption={t('effort.table', { month: write.monthAndYear(month) })} rows={rows} keyOf={({ id }) => id}
      columns={[
        { key: 'channel', title: t('channels.col.canal'), isHeading: true, cell: ({ id }) => nameOf(id) },
        { key: 'hours', title: t('effort.hours'), align: 'end', cell: ({ effort }) => hours(effort) },
        { key: 'euros', title: t('effort.euros'), align: 'end', cell: ({ effort }) => euros(effort) },
      ]}
    />
  );
}
