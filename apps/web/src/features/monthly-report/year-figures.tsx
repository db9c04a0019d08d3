import { yearTable, type MonthlyReport, type ReportWords, type YearRow } from '@portee/shared';
import type { ReactNode } from 'react';
import { Table, type Column } from '../../ui/table.js';

/** Twelve months of the main channel, by what is known of a push. */
export function YearFigures({ report, words }: { report: MonthlyReport; words: ReportWords }): ReactNode {
  const table = yearTable(report, words);
  if (table === null) return null;
  const [which = '', posts = '', reach = ''] = table.columns;
  const columns: Column<YearRow>[] = [
    { key: 'which', title: which, isHeading: true, cell: ({ name }) => name },
    { key: 'posts', title: posts, cell: (row) => row.posts },
    { key: 'reach', title: reach, cell: ({ figure, detail }) => <span><b className="report-figure">{figure}</b><span className="report-detail">{detail}</span></span> },
  ];
  return (
    <section className="section" aria-labelledby="report-year">
      <header><h2 id="report-year">{table.title}</h2><p>{table.intro}</p></header>
      <Table caption={table.title} isCaptionHidden copies narrow="stack" columns={columns} rows={table.rows} keyOf={({ key }) => key} />
      {table.notes.map((note) => <p key={note} className="report-detail">{note}</p>)}
    </section>
  );
}
