import { useRef, type ReactNode, type RefObject } from 'react';
import { shownCsv } from '../format/shown-csv.js';
import { useTranslation } from '../locales/translation.js';
import { CopyCsv } from './copy-csv.js';
import './table.css';
import './table-tools.css';

export interface Column<Row, Sort extends string = string> {
  key: string;
  title: string;
  /** The title is said, not shown: the cells tell it. */
  isTitleHidden?: boolean;
  /** Stands under the title: an axis, a unit. */
  under?: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand to the right. */
  align?: 'start' | 'end';
  /** The word by which the address sorts this column; none: it does not sort. */
  sort?: Sort;
  /** Names the row for screen readers. */
  isHeading?: boolean;
}

/** `-reach` is descending, `reach` ascending. */
interface Sorting<Sort extends string> { by: string; onSort: (sort: Sort, isDescending: boolean) => void }

interface TableProps<Row, Sort extends string> {
  caption: string;
  /** The caption is said, not shown: a title stands above already. */
  isCaptionHidden?: boolean;
  columns: readonly Column<Row, Sort>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  sorting?: Sorting<Sort>;
  /** On a narrow screen: scroll sideways, or set each row as a block with its titles (for wordy cells). */
  narrow?: 'scroll' | 'stack';
  /** « Copier en CSV » under it: the table as it is shown. */
  copies?: boolean;
}

/** A real table; its roles are written out, because some readers forget them when rows are set as blocks. It scrolls sideways in its own frame, which takes focus so that a keyboard can scroll it too. */
export function Table<Row, Sort extends string = string>({ caption, isCaptionHidden = false, columns, rows, keyOf, sorting, narrow = 'scroll', copies = false }: TableProps<Row, Sort>): ReactNode {
  const table = useRef<HTMLTableElement>(null);
  return (
    <>
      <div className="table-frame" tabIndex={0} role="group" aria-label={caption}>
        <table ref={table} className="table" data-narrow={narrow} role="table">
          <caption className={isCaptionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
          <thead role="rowgroup"><tr role="row">{columns.map((column) => <HeadCell key={column.key} column={column} sorting={sorting} />)}</tr></thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={keyOf(row)} role="row">
                {columns.map(({ key, title, isTitleHidden = false, align, cell, isHeading = false }) => (
                  isHeading
                    ? <th key={key} scope="row" role="rowheader">{cell(row)}</th>
                    : <td key={key} role="cell" data-align={align} data-title={isTitleHidden ? undefined : title}>{cell(row)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {copies && <Copy table={table} caption={caption} />}
    </>
  );
}

function Copy({ table, caption }: { table: RefObject<HTMLTableElement | null>; caption: string }): ReactNode {
  const { t } = useTranslation();
  const csv = (): string => {
    const [head = [], ...rows] = Array.from(table.current?.rows ?? [], ({ cells }) => Array.from(cells, linesOf));
    return shownCsv(head.map((lines) => lines.join(' ')), rows, t('staff.details'));
  };
  return <div className="row table-tools no-print"><CopyCsv csv={csv} what={caption} /></div>;
}

/** What a cell shows, line by line as it is laid out. */
function linesOf(cell: HTMLTableCellElement): string[] {
  return cell.innerText.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

interface HeadCellProps<Row, Sort extends string> { column: Column<Row, Sort>; sorting: Sorting<Sort> | undefined }

function HeadCell<Row, Sort extends string>({ column: { title, isTitleHidden = false, under, align, sort }, sorting }: HeadCellProps<Row, Sort>): ReactNode {
  if (sort === undefined || sorting === undefined) return <th scope="col" role="columnheader" data-align={align}>{isTitleHidden ? <span className="visually-hidden">{title}</span> : title}{under}</th>;
  const isDescending = sorting.by === `-${sort}`;
  const isAscending = sorting.by === sort;
  const direction = isDescending ? 'descending' : isAscending ? 'ascending' : 'none';
  return (
    <th scope="col" role="columnheader" data-align={align} aria-sort={direction}>
      <button type="button" className="table-sort" onClick={() => { sorting.onSort(sort, !isDescending); }}>
        <span>{title}</span>
        <svg viewBox="0 0 10 14" aria-hidden="true"><path data-on={isAscending} d="M5 0l4 5H1z" /><path data-on={isDescending} d="M5 14 1 9h8z" /></svg>
      </button>
      {under}
    </th>
  );
}
