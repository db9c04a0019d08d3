import type { ComparedChannel } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Explained } from '../../ui/explain.js';
import { Table, type Column } from '../../ui/table.js';
import { Cell, ChannelName } from './channels-table.js';
import { standInCell } from './say-compared-channel.js';

/** Channels whose network counts no people, with what stands in for them: apart, so that nobody reads it as reach. */
export function StandIns({ channels, month }: { channels: readonly ComparedChannel[]; month: string }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const rows = channels.flatMap((channel) => {
    const cell = standInCell(channel, month, translation);
    return cell === null ? [] : [{ channel, cell }];
  });
  if (rows.length === 0) return null;
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'channel', title: t('channels.col.canal'), isHeading: true, cell: ({ channel }) => <ChannelName channel={channel} /> },
    { key: 'figure', title: t('channels.standIn.col'), cell: ({ cell }) => <Cell cell={cell} /> },
  ];
  return (
    <div className="stand-ins">
      <Explained word="standIn" what={t('channels.standIn.title')}><h3>{t('channels.standIn.title')}</h3></Explained>
      <p>{t('channels.standIn.text')}</p>
      <Table caption={t('channels.standIn.title')} isCaptionHidden copies narrow="stack" columns={columns} rows={rows} keyOf={({ channel }) => channel.channelId} />
    </div>
  );
}
