import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';

/** Ten codes for the day on which the telephone is lost. Shown this once: focus goes to them, so that nobody passes them by. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { heading.current?.focus(); }, [codes]);
  return (
    <div className="recovery-codes">
      <h3 ref={heading} tabIndex={-1}>{t('factor.codes')}</h3>
      <p className="note">{t('factor.codes.text')}</p>
      <ul>{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
    </div>
  );
}
