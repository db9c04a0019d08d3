import { may, type MonthlyReport } from '@portee/shared';
import type { ReactNode } from 'react';
import { addressOf } from '../../api/address.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationPath } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { DownloadLink } from '../../ui/button.js';
import { CloseMonth } from '../../ui/month/close-month.js';

/** The month is closed, and its report handed over. */
export function CloseStep({ report }: { report: MonthlyReport }): ReactNode {
  const { t } = useTranslation();
  const { slug, role } = useCurrentOrganisation();
  const { month, isMonthOver, closed } = report;
  return (
    <>
      {!isMonthOver && <p className="note">{t('review.close.notOver')}</p>}
      {isMonthOver && closed === null && !may(role, 'closeMonths') && <p className="note">{t('review.close.others')}</p>}
      <CloseMonth report={report} />
      <section className="section" aria-labelledby="review-report">
        <header><h2 id="review-report">{t('review.report.title')}</h2><p>{t(closed === null ? 'review.report.open' : 'review.report.closed')}</p></header>
        <DownloadLink kind={closed === null ? 'ordinary' : 'act'} href={addressOf(organisationPath(slug, `/reports/${month}.pdf`))} download>{t('report.download')}</DownloadLink>
      </section>
    </>
  );
}
