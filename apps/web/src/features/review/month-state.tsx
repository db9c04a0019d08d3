import { addMonths, firstDay, localDay, type MonthlyReport } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Notice } from '../../ui/notice.js';

/** That the month is not over, or that it was closed; nothing of one that waits for its review. */
export function MonthState({ report: { month, isMonthOver, closed } }: { report: MonthlyReport }): ReactNode {
  const { t, write } = useTranslation();
  const { timeZone } = useCurrentOrganisation();
  if (closed !== null) return <div className="review-state"><Notice><p>{t('review.closed', { day: write.longDay(localDay(new Date(closed.at), timeZone)) })}</p></Notice></div>;
  if (isMonthOver) return null;
  return <div className="review-state"><Notice><p>{t('review.notOver', { day: write.longDay(firstDay(addMonths(month, 1))) })}</p></Notice></div>;
}
