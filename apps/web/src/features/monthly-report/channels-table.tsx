import { cellColumns, channelCells, type ChannelReport, type ReportWords } from '@portee/shared';
import type { ReactNode } from 'react';
import { NetworkIcon } from '../../ui/network-icon.js';
import { Table, type Column } from '../../ui/table.js';
import { FigureCell } from './figure-cell.js';

/** Every channel with its own figures: read one by one, never a ranking. */
export function ChannelsTable({ channels, words }: { channels: readonly ChannelReport[]; words: ReportWords }): ReactNode {
  const { say } = words;
  const columns: Column<ChannelReport>[] = [
    { key: 'channel', title: say('board.channels.channel'), isHeading: true, cell: (report) => <ChannelName report={report} /> },
    ...cellColumns.map((key): Column<ChannelReport> => ({ key, title: say(`board.channels.${key}`), cell: (report) => <FigureCell cell={channelCells(report, words)[key]} /> })),
  ];
  return (
    <section className="section" aria-labelledby="report-channels">
      <header><h2 id="report-channels">{say('board.channels.title')}</h2><p>{say('board.channels.intro')}</p></header>
      <Table caption={say('board.channels.title')} isCaptionHidden narrow="stack" columns={columns} rows={channels} keyOf={({ channel }) => channel.id} />
    </section>
  );
}

function ChannelName({ report: { channel, networkLabel } }: { report: ChannelReport }): ReactNode {
  return <span className="report-channel"><NetworkIcon network={channel.network} /><span>{networkLabel}<span className="report-detail">{channel.name}</span></span></span>;
}
