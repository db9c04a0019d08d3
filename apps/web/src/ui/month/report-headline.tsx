import { peoplePerHundred, figuresSentence, reportHeadline, type MonthlyReport, type ReportWords } from '@portee/shared';
import type { ReactNode } from 'react';
import { HundredPicture } from '../hundred-picture.js';
import './month.css';

/** The sentence of the month, its picture, and what must be known to read it. */
export function ReportHeadline({ report, words }: { report: MonthlyReport; words: ReportWords }): ReactNode {
  const { before, people, after, rate, context } = reportHeadline(report, words);
  const provisional = figuresSentence(report, words.locale);
  return (
    <section className="report-headline">
      <div>
        <h2>{before}<em>{people}</em>{after}</h2>
        {provisional !== null && <p>{provisional}</p>}
        {context.map((sentence) => <p key={sentence}>{sentence}</p>)}
      </div>
      <HundredPicture filled={rate === null ? null : peoplePerHundred(rate).filled} size="large" />
    </section>
  );
}
