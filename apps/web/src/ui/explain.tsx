import type { ExplainedWord } from '@portee/shared';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from '../locales/translation.js';
import './explain.css';

/** The words come in a file of their own, when somebody asks for one. */
const WordDialog = lazy(async () => ({ default: (await import('./glossary/word-dialog.js')).WordDialog }));

interface ExplainProps {
  word: ExplainedWord;
  /** The figure or heading that it stands beside, for those who do not see that. */
  what: string;
  /** `what` is written on it: where it stands beside nothing. */
  isNamed?: boolean;
}

/** A question mark beside a figure: what it means, how it is made, what it cannot tell. */
export function Explain({ word, what, isNamed = false }: ExplainProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  // Stays once it was opened: the browser's dialog gives focus back only where it is closed, not where it is taken away.
  const [wasOpened, setOpened] = useState(false);
  const open = (): void => { setOpened(true); setOpen(true); };
  return (
    <>
      <button type="button" className="explain no-print" data-named={isNamed || undefined} aria-label={t('ui.explain', { what })} aria-haspopup="dialog" onClick={open}>{isNamed && <span>{what}</span>}</button>
      {wasOpened && createPortal(<Suspense fallback={null}><WordDialog word={word} isOpen={isOpen} onClose={() => { setOpen(false); }} /></Suspense>, document.body)}
    </>
  );
}

/** A heading with its question mark. */
export function Explained({ word, what, children }: ExplainProps & { children: ReactNode }): ReactNode {
  return <div className="explained">{children}<Explain word={word} what={what} /></div>;
}

/** The figures of a table, each with its question mark: a heading of its own may be out of sight. */
export function ExplainLine({ words }: { words: readonly { word: ExplainedWord; what: string }[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="explain-line no-print" role="group" aria-label={t('ui.explain.these')}>
      <span aria-hidden="true">{t('ui.explain.these')}</span>
      {words.map(({ word, what }) => <Explain key={word} word={word} what={what} isNamed />)}
    </div>
  );
}
