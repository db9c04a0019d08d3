import { glossaryParts } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { WordEntry } from '../../ui/glossary/word-entry.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { useAnchor } from '../../ui/use-anchor.js';
import './glossary.css';

/** Every word and figure of Portée: what it means, how it is made, what it cannot tell. Each has an address of its own. */
export function GlossaryPage(): ReactNode {
  const { t, locale } = useTranslation();
  const { name } = useCurrentOrganisation();
  useDocumentTitle(t('nav.words'), name);
  useAnchor();
  const parts = glossaryParts(locale);
  return (
    <div className="glossary">
      <div className="page-title"><PageHeading>{t('nav.words')}</PageHeading><p>{t('glossary.text')}</p></div>
      <nav className="glossary-index no-print" aria-label={t('glossary.index')}>
        {parts.map(({ part, title, words }) => (
          <div key={part}>
            <h2>{title}</h2>
            <ul>{words.map(({ word, term, anchor }) => <li key={word}><a href={`#${anchor}`}>{term}</a></li>)}</ul>
          </div>
        ))}
      </nav>
      {parts.map(({ part, title, words }) => (
        <section key={part} className="section" aria-labelledby={`part-${part}`}>
          <header><h2 id={`part-${part}`}>{title}</h2></header>
          {words.map((details) => (
            <article key={details.word} id={details.anchor} tabIndex={-1} aria-labelledby={`word-${details.word}`}>
              <h3 id={`word-${details.word}`}>{details.term}</h3>
              <WordEntry details={details} />
            </article>
          ))}
        </section>
      ))}
    </div>
  );
}
