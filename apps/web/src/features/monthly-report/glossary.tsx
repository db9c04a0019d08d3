import { glossaryOf, sourceOf, type MonthlyReport, type ReportWords } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';

/** Every word of the report explained, and where its figures come from. */
export function Glossary({ report, words }: { report: MonthlyReport; words: ReportWords }): ReactNode {
  const { say } = words;
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  return (
    <section className="section" aria-labelledby="report-words">
      <header><h2 id="report-words">{say('board.words.title')}</h2></header>
      <dl className="report-glossary">
        {glossaryOf(words).map(({ term, meaning }) => <div key={term}><dt>{term}</dt><dd>{meaning}</dd></div>)}
      </dl>
      <p className="no-print"><Link to={`/o/${slug}/mots`}>{t('nav.words')}</Link></p>
      <h3 className="report-source">{say('board.source.title')}</h3>
      {sourceOf(report, words).map((sentence) => <p key={sentence} className="note quiet">{sentence}</p>)}
    </section>
  );
}
