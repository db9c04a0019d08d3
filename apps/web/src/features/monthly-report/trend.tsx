import { reportTrend, type MonthlyReport, type ReportWords } from '@portee/shared';
import type { ReactNode } from 'react';
import { AdviceCard } from '../../ui/advice/advice-card.js';
import { Explained } from '../../ui/explain.js';

/** How reach moves, or that it is too early to say. */
export function Trend({ report, words }: { report: MonthlyReport; words: ReportWords }): ReactNode {
  const trend = reportTrend(report, words);
  if (trend === null) return null;
  return (
    <section className="section" aria-labelledby="report-trend">
      <header><Explained word="trend" what={trend.title}><h2 id="report-trend">{trend.title}</h2></Explained></header>
      {trend.movements.map(({ outlook, record, place }) => <AdviceCard key={record.id} outlook={outlook} record={record} place={place} />)}
      {trend.unusual !== null && <p className="report-days">{trend.unusual}</p>}
    </section>
  );
}
