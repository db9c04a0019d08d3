import { cellColumns, channelCells, channelsInOrder, type ChannelReport, type MonthlyReport, type ReportWords } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { Explained } from '../../ui/explain.js';
import { NetworkIcon } from '../../ui/network-icon.js';
import { ShowMore } from '../../ui/show-more.js';
import { Table, type Column } from '../../ui/table.js';
import { FigureCell } from './figure-cell.js';

/** A phone shows each as a block: more at once would bury what follows. */
const AT_ONCE = 10;

/** Every channel with its own figures: read one by one, never a ranking. */
export function ChannelsTable({ report, words }: { report: MonthlyReport; words: ReportWords }): ReactNode {
  const [shown, setShown] = useState(AT_ONCE);
  const { say } = words;
  const channels = channelsInOrder(report, words);
  const columns: Column<ChannelReport>[] = [
    { key: 'channel', title: say('board.channels.channel'), isHeading: true, cell: (channel) => <ChannelName report={channel} /> },
    ...cellColumns.map((key): Column<ChannelReport> => ({ key, title: say(`board.channels.${key}`), cell: (channel) => <FigureCell cell={channelCells(channel, words)[key]} /> })),
  ];
  return (
    <section className="section" aria-labelledby="report-channels">
      <header><Explained word="perHundred" what={say('board.channels.title')}><h2 id="report-channels">{say('board.channels.title')}</h2></Explained><p>{say('board.channels.intro')}</p></header>
      <Table caption={say('board.channels.title')} isCaptionHidden copies narrow="stack" columns={columns} rows={channels.slice(0, shown)} keyOf={({ channel }) => channel.id} />
      {channels.length > AT_ONCE && <ShowMore shown={Math.min(shown, channels.length)} total={channels.length} isBusy={false} onMore={() => { setShown(channels.length); }} />}
    </section>
  );
}

function ChannelName({ report: { channel, networkLabel } }: { report: ChannelReport }): ReactNode {
  return <span className="report-channel"><NetworkIcon network={channel.network} /><span>{networkLabel}<span className="report-detail">{channel.name}</span></span></span>;
}
