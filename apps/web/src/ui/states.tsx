import { useEffect, useState, type ReactNode } from 'react';
import { useReachability } from '../api/reachability.js';
import { useTranslation } from '../locales/translation.js';
import './states.css';

/** Five lines and one dashed head: the place where something will be. */
function EmptyStaff(): ReactNode {
  return (
    <svg className="state-staff" viewBox="0 0 340 84" aria-hidden="true">
      <path d="M0 18H340M0 30H340M0 42H340M0 54H340M0 66H340" stroke="var(--staff)" strokeWidth="1.2" />
      <ellipse cx="46" cy="42" rx="9" ry="6.4" transform="rotate(-20 46 42)" fill="var(--paper)" stroke="var(--outline)" strokeWidth="1.8" strokeDasharray="3.4 2.8" />
    </svg>
  );
}

interface EmptyProps {
  title?: string;
  /** In place of the title where the page has no heading of its own: a `PageHeading`. */
  heading?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing here yet: what will be, and the one next step. */
export function EmptyState({ title, heading, children, action }: EmptyProps): ReactNode {
  return (
    <div className="state">
      <EmptyStaff />
      {heading ?? <h2>{title}</h2>}
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}

/** After this long, words: before, they would only flicker. */
const WORDS_AFTER_MS = 1000;

/** Staff lines and title bars while something is fetched; words after a second. */
export function LoadingState({ label }: { label?: string }): ReactNode {
  const { t } = useTranslation();
  const { state } = useReachability();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => { setLong(true); }, WORDS_AFTER_MS);
    return () => { clearTimeout(timer); };
  }, []);
  return (
    <div className="loading" aria-busy="true">
      <div className="loading-bar" /><div className="loading-bar" />
      <div className="loading-staff" aria-hidden="true"><i /><i /><i /><i /><i /></div>
      <div role="status">{state === 'reached' ? isLong && <p>{label ?? t('ui.loading')}</p> : <p>{t('ui.loading.away')}</p>}</div>
    </div>
  );
}
