import { FEW_POSTS } from '@portee/shared';
import type { ReactNode } from 'react';
import { writeCsv } from '../../format/csv.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { CopyCsv } from '../../ui/copy-csv.js';
import { Table, type Column } from '../../ui/table.js';
import { knownOf, ratioDetail, reachDetail, sayPeopleOr, sayRatioOr, type Group } from './say-group.js';

interface GroupTableProps<Row extends Group> {
  caption: string;
  /** Title of the first column, and what stands in it. */
  what: string;
  nameOf: (row: Row) => string;
  /** Stands under the name. */
  detailOf?: (row: Row) => string;
  rows: readonly Row[];
  /** A last column of its own. */
  last?: Column<Row>;
}

/** Sets of posts, each with how far it goes and how much it is passed on. Under 8 posts a line is pale. */
export function GroupTable<Row extends Group>({ caption, what, nameOf, detailOf, rows, last }: GroupTableProps<Row>): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const known = knownOf(rows);
  const reach: Column<Row> = { key: 'reach', title: t('sharing.col.reach'), cell: (row) => <Cell main={sayPeopleOr(row.organic.median, translation)} detail={reachDetail(row, translation)} isPale={row.organic.posts < FEW_POSTS} isFigure /> };
  const ratio: Column<Row> = { key: 'ratio', title: t('sharing.col.ratio'), cell: (row) => <Cell main={sayRatioOr(row.sharing.sharesPerLike, translation)} detail={[ratioDetail(row, translation)]} isPale={row.posts < FEW_POSTS} isFigure /> };
  const rate: Column<Row> = { key: 'rate', title: t('sharing.col.rate'), cell: (row) => <Cell main={sayPeopleOr(row.shareRate, translation)} detail={[]} isPale={row.posts < FEW_POSTS} isFigure /> };
  const columns: Column<Row>[] = [
    { key: 'name', title: what, isHeading: true, cell: (row) => <Cell main={nameOf(row)} detail={[...(detailOf === undefined ? [] : [detailOf(row)]), t('sharing.posts', { posts: row.posts })]} isPale={row.posts < FEW_POSTS} /> },
    ...(known.reach ? [reach] : []), ...(known.shares ? [ratio] : []), ...(known.reach && known.shares ? [rate] : []),
    ...(last === undefined ? [] : [last]),
  ];
  return (
    <div className="group-table">
      <Table caption={caption} isCaptionHidden narrow="stack" columns={columns} rows={rows} keyOf={nameOf} />
      <div className="row table-tools no-print"><CopyCsv csv={() => csvOf({ what, nameOf, rows }, translation)} /></div>
    </div>
  );
}

function Cell({ main, detail, isPale, isFigure = false }: { main: string; detail: readonly string[]; isPale: boolean; isFigure?: boolean }): ReactNode {
  return (
    <span className="group-cell" data-pale={isPale} data-figure={isFigure}>
      <b>{main}</b>{detail.map((line) => <small key={line}>{line}</small>)}
    </span>
  );
}

/** For a spreadsheet: of 100, decimal points, nothing where nothing is known. */
function csvOf<Row extends Group>({ what, nameOf, rows }: Pick<GroupTableProps<Row>, 'what' | 'nameOf' | 'rows'>, { t }: Translation): string {
  const cell = (value: number | null): string => (value === null ? '' : String(Number(value.toFixed(4))));
  const hundred = (value: number | null): string => cell(value === null ? null : value * 100);
  const head = [
    what, t('sharing.col.posts'), t('sharing.csv.organic'), t('sharing.col.reach'), t('sharing.csv.low'), t('sharing.csv.high'),
    t('sharing.col.shares'), t('sharing.col.likes'), t('sharing.col.ratio'), t('sharing.col.rate'),
  ];
  return writeCsv([head, ...rows.map((row) => [
    nameOf(row), cell(row.posts), cell(row.organic.posts), hundred(row.organic.median), hundred(row.organic.low), hundred(row.organic.high),
    cell(row.sharing.shares), cell(row.sharing.likes), hundred(row.sharing.sharesPerLike), hundred(row.shareRate),
  ])]);
}
