import { mainChannelOf, type MonthlyReport, type ReportWords } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { Findings } from '../../ui/month/findings.js';
import { PostsSeen } from '../../ui/month/posts-seen.js';
import { ReportHeadline } from '../../ui/month/report-headline.js';
import { MONTH_PARAMETER } from '../../format/months.js';

/** The sentence of the month, what moved, what was seen most and least. The rest is in the report. */
export function HappenedStep({ report, words }: { report: MonthlyReport; words: ReportWords }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  return (
    <>
      <ReportHeadline report={report} words={words} />
      {mainChannelOf(report) !== null && (
        <section className="section" aria-labelledby="review-moved">
          <header><h2 id="review-moved">{t('report.moved')}</h2></header>
          <Findings report={report} words={words} />
        </section>
      )}
      <PostsSeen report={report} words={words} />
      <p className="review-more"><ButtonLink kind="plain" to={`/o/${slug}/rapport?${MONTH_PARAMETER}=${report.month}`}>{t('review.wholeReport')}</ButtonLink></p>
    </>
  );
}
