import { reportMoments, type MomentRow, type MonthlyReport, type ReportWords } from '@portee/shared';
import type { ReactNode } from 'react';
import { IntervalAxis } from '../../ui/advice/interval-line.js';
import { WrittenVerdict } from '../../ui/advice/verdict-line.js';
import { Explained } from '../../ui/explain.js';
import { Table, type Column } from '../../ui/table.js';
import { FigureCell } from './figure-cell.js';

/** When the main channel's posts are seen: bands with what their figures bear, weekdays in one sentence. */
export function Moments({ report, words }: { report: MonthlyReport; words: ReportWords }): ReactNode {
  const moments = reportMoments(report, words);
  if (moments === null) return null;
  const { title, lead, window, columns: titles, rows, isCompared, span, days } = moments;
  const columns: Column<MomentRow>[] = [
    { key: 'band', title: titles.band, isHeading: true, cell: ({ name, hours }) => <span className="report-moment">{name}<span className="report-detail">{hours}</span></span> },
    { key: 'reach', title: titles.reach, cell: ({ reach }) => <FigureCell cell={reach} /> },
    ...(isCompared ? [{ key: 'verdict', title: titles.verdict, under: <IntervalAxis />, cell: ({ verdict, drawn }: MomentRow) => verdict !== null && <WrittenVerdict said={verdict} interval={drawn?.interval ?? null} span={span} /> }] : []),
  ];
  return (
    <section className="section" aria-labelledby="report-moments">
      <header><Explained word="slot" what={title}><h2 id="report-moments">{title}</h2></Explained><p className="report-lead">{lead}</p><p>{window}</p></header>
      {rows.length > 0 && <Table caption={title} isCaptionHidden copies narrow="stack" columns={columns} rows={rows} keyOf={({ key }) => key} />}
      {days !== null && <p className="report-days">{days}</p>}
    </section>
  );
}
