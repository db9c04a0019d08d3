import { glossaryLabels, type WordDetails } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import './word-entry.css';

/** What a word means, how it is worked out, what it cannot tell, and where it comes from. */
export function WordEntry({ details: { meaning, formula, limits, source } }: { details: WordDetails }): ReactNode {
  const { locale } = useTranslation();
  const labels = glossaryLabels(locale);
  return (
    <>
      <p>{meaning}</p>
      <dl className="word-details">
        {formula !== null && <div><dt>{labels.formula}</dt><dd data-formula>{formula}</dd></div>}
        <div><dt>{labels.limits}</dt><dd>{limits}</dd></div>
        <div><dt>{labels.source}</dt><dd>{source}</dd></div>
      </dl>
    </>
  );
}
