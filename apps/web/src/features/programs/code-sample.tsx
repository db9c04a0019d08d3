import { useRef, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { useCopy } from '../../ui/use-copy.js';

/** A text for a machine, to read and to copy. It can be reached and scrolled by the keyboard. */
export function CodeSample({ label, text }: { label: string; text: string }): ReactNode {
  const { t } = useTranslation();
  const shown = useRef<HTMLPreElement>(null);
  const { isCopied, copy } = useCopy(text, () => { if (shown.current !== null) getSelection()?.selectAllChildren(shown.current); });
  return (
    <div className="code-sample">
      <pre ref={shown} role="region" tabIndex={0} aria-label={label}><code>{text}</code></pre>
      <div className="row"><Button kind="plain" aria-label={t('apiGuide.copyOf', { what: label })} onClick={copy}>{t('ui.copy.secret')}</Button><p role="status">{isCopied && t('ui.copied.secret')}</p></div>
    </div>
  );
}
