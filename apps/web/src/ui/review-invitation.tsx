import { capitalised, type MonthlyReport } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../api/current-organisation.js';
import { useTranslation } from '../locales/translation.js';
import { ButtonLink } from './button.js';
import { MONTH_PARAMETER } from '../format/months.js';
import './review-invitation.css';

/** That a month is over and waits to be closed, and the way to its review; nothing where it does not. */
export function ReviewInvitation({ report: { month, isMonthOver, closed, channels } }: { report: MonthlyReport }): ReactNode {
  const { t, write } = useTranslation();
  const { slug } = useCurrentOrganisation();
  if (!isMonthOver || closed !== null || channels.length === 0) return null;
  return (
    <p className="review-invitation no-print">
      <span>{t('overview.review', { month: capitalised(write.month(month)) })}</span>
      <ButtonLink to={`/o/${slug}/rapport/revue?${MONTH_PARAMETER}=${month}`}>{t('overview.review.do')}</ButtonLink>
    </p>
  );
}
