import type { MonthlyReport } from '@portee/shared';
import type { ReactNode } from 'react';
import type { ReportWords } from './report-words.js';

const terms = ['reach', 'typical', 'perHundred', 'range', 'settled', 'paid', 'ratio', 'dash'] as const;

/** Every word of the report explained, and where its figures come from. */
export function Glossary({ report: { channels, organisation, figuresAt }, day, words }: { report: MonthlyReport; day: string | null; words: ReportWords }): ReactNode {
  const { say, write } = words;
  const networks = write.list([...new Set(channels.map(({ networkLabel }) => networkLabel))]);
  return (
    <section className="section" aria-labelledby="report-words">
      <header><h2 id="report-words">{say('board.words.title')}</h2></header>
      <dl className="report-glossary">
        {terms.map((term) => <div key={term}><dt>{say(`board.words.${term}`)}</dt><dd>{say(`board.words.${term}.meaning`)}</dd></div>)}
      </dl>
      <h3 className="report-source">{say('board.source.title')}</h3>
      <p className="note quiet">{figuresAt === null || day === null ? say('board.source.none') : say('board.source.text', { day, networks, timeZone: organisation.timeZone })}</p>
      {organisation.isDemonstration && <p className="note">{say('board.source.fictitious')}</p>}
    </section>
  );
}
