import { useState, type ReactNode } from 'react';
import { useTranslation } from '../locales/translation.js';
import { Button } from './button.js';
import { CopyCsv } from './copy-csv.js';
import { Table } from './table.js';
import './table-tools.css';

/** A table whose cells are written already; all but the first and the `wordy` columns are figures. */
export interface WrittenTable { caption: string; columns: readonly string[]; rows: readonly string[][]; wordy?: readonly number[] }

interface TableToolsProps {
  table: WrittenTable;
  csv: () => string;
  /** What the first button says where « Voir le tableau » would be one of several. */
  show?: string;
  /** What else can be taken of the drawing. */
  also?: ReactNode;
}

/** Under a drawing: the same as a table, to read or to copy. A refused copy opens the table, to be selected by hand. */
export function TableTools({ table, csv, show, also }: TableToolsProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className="row table-tools no-print">
        <Button kind="plain" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); }}>{isOpen ? t('staff.hideTable') : (show ?? t('staff.table'))}</Button>
        <CopyCsv csv={csv} onRefused={() => { setOpen(true); }} />
        {also}
      </div>
      {isOpen && <Written table={table} />}
    </>
  );
}

function Written({ table: { caption, columns, rows, wordy = [] } }: { table: WrittenTable }): ReactNode {
  return (
    <Table
      caption={caption} isCaptionHidden rows={rows} keyOf={(row) => row.join(' ')}
      columns={columns.map((title, place) => ({
        key: title, title, isHeading: place === 0, cell: (row: string[]) => row[place] ?? '', ...(place === 0 || wordy.includes(place) ? {} : { align: 'end' as const }),
      }))}
    />
  );
}
