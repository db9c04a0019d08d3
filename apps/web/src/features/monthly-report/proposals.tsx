import { reportProposals, type MonthlyReport, type ReportWords } from '@portee/shared';
import type { ReactNode } from 'react';
import { AdviceCard } from '../../ui/advice/advice-card.js';

/** « Ce que nous proposons »: three things at most, each with its certainty. */
export function Proposals({ report, words }: { report: MonthlyReport; words: ReportWords }): ReactNode {
  const proposals = reportProposals(report, words);
  if (proposals === null) return null;
  const { title, intro, things, help } = proposals;
  return (
    <section className="section" aria-labelledby="report-proposals">
      <header><h2 id="report-proposals">{title}</h2><p>{intro}</p></header>
      {things.map(({ outlook, record, place, planned }) => <AdviceCard key={record.id} outlook={outlook} record={record} place={place}>{planned !== null && <p>{planned}</p>}</AdviceCard>)}
      {help !== null && <p className="report-days quiet">{help}</p>}
    </section>
  );
}
