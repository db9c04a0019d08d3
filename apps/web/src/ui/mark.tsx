import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '../locales/translation.js';

/** The sign: a reached one on its staff. */
export function Mark({ to }: { to: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Link className="mark" to={to}>
      <svg viewBox="0 0 34 30" aria-hidden="true">
        <path d="M0 5h34M0 10h34M0 15h34M0 20h34M0 25h34" stroke="var(--ink)" strokeWidth="1.5" />
        <ellipse cx="20" cy="12.5" rx="7" ry="5" transform="rotate(-20 20 12.5)" fill="var(--accent)" stroke="var(--paper)" strokeWidth="1.5" />
      </svg>
      {t('app.name')}
    </Link>
  );
}
