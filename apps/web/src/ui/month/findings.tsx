import { findingsOf, mainChannelOf, type MonthlyReport, type ReportWords } from '@portee/shared';
import type { ReactNode } from 'react';
import './month.css';

/** What moved on the main channel; nothing where there is none. */
export function Findings({ report, words }: { report: MonthlyReport; words: ReportWords }): ReactNode {
  const main = mainChannelOf(report);
  if (main === null) return null;
  return <ul className="report-findings">{findingsOf(main, report, words).map(({ title, body }) => <li key={title}><h3>{title}</h3><p>{body}</p></li>)}</ul>;
}
