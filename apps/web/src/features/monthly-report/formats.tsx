import { reportFormats, type FormatRow, type MonthlyReport, type ReportWords } from '@portee/shared';
import type { ReactNode } from 'react';
import { Explained } from '../../ui/explain.js';
import { Table, type Column } from '../../ui/table.js';
import { FigureCell } from './figure-cell.js';

/** What the main channel's followers pass on, format by format. */
export function Formats({ report, words }: { report: MonthlyReport; words: ReportWords }): ReactNode {
  const formats = reportFormats(report, words);
  if (formats === null) return null;
  const { title, lead, window, note, columns: titles, rows } = formats;
  const columns: Column<FormatRow>[] = [
    { key: 'format', title: titles.format, isHeading: true, cell: ({ name }) => name },
    { key: 'posts', title: titles.posts, cell: ({ posts }) => posts },
    { key: 'reach', title: titles.reach, cell: ({ reach }) => <FigureCell cell={reach} /> },
    { key: 'sharing', title: titles.sharing, cell: ({ sharing }) => <FigureCell cell={sharing} /> },
    { key: 'rate', title: titles.rate, cell: ({ rate }) => <b className="report-figure">{rate}</b> },
  ];
  return (
    <section className="section" aria-labelledby="report-formats">
      <header><Explained word="ratio" what={title}><h2 id="report-formats">{title}</h2></Explained><p className="report-lead">{lead}</p><p>{window} {note}</p></header>
      <Table caption={title} isCaptionHidden copies narrow="stack" columns={columns} rows={rows} keyOf={({ key }) => key} />
    </section>
  );
}
