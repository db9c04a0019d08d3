import type { ComparedChannel } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { ExplainLine } from '../../ui/explain.js';
import { Select } from '../../ui/field.js';
import { NetworkIcon } from '../../ui/network-icon.js';
import { CopyCsv } from '../../ui/copy-csv.js';
import { Table, type Column } from '../../ui/table.js';
import { channelsCsv } from './channels-csv.js';
import { costCell, followersCell, reachCell, sayRead, sharesCell, type ComparedCell } from './say-compared-channel.js';
import { channelColumns, readSort, sortChannels, writeSort, type ChannelColumn, type ChannelSort } from './sort-channels.js';

interface ChannelsTableProps { channels: readonly ComparedChannel[]; month: string; sort: ChannelSort | null; onSort: (sort: ChannelSort) => void }

const explainedColumns = [{ column: 'abonnes', word: 'followers' }, { column: 'portee', word: 'perHundred' }, { column: 'partages', word: 'ratio' }, { column: 'heure', word: 'perHour' }, { column: 'euro', word: 'perEuro' }] as const;

/** Every channel on a line, commercial networks and free ones; where a network counts no people, no other figure takes the place of reach. */
export function ChannelsTable({ channels, month, sort, onSort }: ChannelsTableProps): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const sortBy = (column: ChannelColumn, isDescending: boolean): void => {
    // Names go from A on; figures from the most down.
    onSort(column === 'canal' && sort?.column !== 'canal' ? { column, isDescending: false } : { column, isDescending });
  };
  return (
    <>
      <SortList sort={sort} onSort={onSort} />
      <Table
        caption={t('channels.table')} isCaptionHidden narrow="stack" columns={useColumns(month)} rows={sortChannels(channels, sort)} keyOf={({ channelId }) => channelId}
        sorting={{ by: sort === null ? '' : writeSort(sort), onSort: sortBy }}
      />
      <ExplainLine words={explainedColumns.map(({ column, word }) => ({ word, what: t(`channels.col.${column}`) }))} />
      <div className="row table-tools no-print"><CopyCsv csv={() => channelsCsv(channels, t)} /></div>
    </>
  );
}

function useColumns(month: string): Column<ComparedChannel, ChannelColumn>[] {
  const translation = useTranslation();
  const { t } = translation;
  const { timeZone, today } = useCurrentOrganisation();
  const figure = (column: ChannelColumn, cell: (channel: ComparedChannel) => ComparedCell): Column<ComparedChannel, ChannelColumn> =>
    ({ key: column, title: t(`channels.col.${column}`), sort: column, cell: (channel) => <Cell cell={cell(channel)} /> });
  return [
    { key: 'canal', title: t('channels.col.canal'), sort: 'canal', isHeading: true, cell: (channel) => <ChannelName channel={channel} /> },
    figure('abonnes', (channel) => followersCell(channel, translation)),
    figure('portee', (channel) => reachCell(channel, month, translation)),
    figure('partages', (channel) => sharesCell(channel, translation)),
    figure('heure', (channel) => costCell(channel, 'hour', translation)),
    figure('euro', (channel) => costCell(channel, 'euro', translation)),
    { key: 'releve', title: t('channels.col.releve'), sort: 'releve', cell: (channel) => <span className="channels-read">{sayRead(channel, { timeZone, today }, translation)}</span> },
  ];
}

/** The same order where the table is set as blocks and has no headings to press. */
function SortList({ sort, onSort }: Pick<ChannelsTableProps, 'sort' | 'onSort'>): ReactNode {
  const { t } = useTranslation();
  const choices = channelColumns.map((column) => ({ value: column === 'canal' ? column : `-${column}`, label: t(`channels.sort.${column}`) }));
  const value = sort === null ? '' : writeSort(sort);
  const isListed = choices.some((choice) => choice.value === value);
  return (
    <div className="channels-sort no-print">
      <Select
        label={t('channels.sort')} choices={isListed ? choices : [{ value, label: t('channels.sort.own') }, ...choices]} value={value}
        onChange={(event) => { const wanted = readSort(event.target.value); if (wanted !== null) onSort(wanted); }}
      />
    </div>
  );
}

export function ChannelName({ channel: { name, network, networkLabel } }: { channel: Pick<ComparedChannel, 'name' | 'network' | 'networkLabel'> }): ReactNode {
  return <span className="channels-name"><NetworkIcon network={network} /><span>{networkLabel}<small>{name}</small></span></span>;
}

export function Cell({ cell: { main, detail } }: { cell: ComparedCell }): ReactNode {
  return <span className="channels-cell"><b>{main}</b>{detail.map((line) => <small key={line}>{line}</small>)}</span>;
}
