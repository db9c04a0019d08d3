import { addMonths, mainChannelOf, monthOf, type MonthlyReport } from '@portee/shared';
import { lazy, Suspense, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useMonthlyReport } from '../../api/organisation.queries.js';
import { useTranslation, WholeLanguage } from '../../locales/translation.js';
import { Below } from '../../ui/below.js';
import { ButtonLink } from '../../ui/button.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { ReviewInvitation } from '../../ui/review-invitation.js';
import { EmptyState, LoadingState } from '../../ui/states.js';
import { useMonth } from '../../ui/use-month.js';
import { Hero } from './hero.js';
import { NoHeadline } from './no-headline.js';
import { OtherChannels } from './other-channels.js';
import { YearSection } from '../../ui/chart/year-section.js';

/** What is to be drawn from it comes with its own words, once the month stands. */
const Lessons = lazy(async () => ({ default: (await import('./lessons.js')).Lessons }));

/** For a team that begins; below the month, so that nothing moves when it comes. */
const FirstWeek = lazy(async () => ({ default: (await import('./first-week.js')).FirstWeek }));

/** The month on one screen. */
export function OverviewPage(): ReactNode {
  const { t, write } = useTranslation();
  const { slug, name } = useCurrentOrganisation();
  const { month } = useMonth();
  const title = t('overview.documentTitle', { month: write.monthAndYear(month) });
  useDocumentTitle(title, name);
  const report = useMonthlyReport(slug, month);
  return <div aria-busy={report.isPlaceholderData}><QueryView query={report} heading={title}>{(value) => <Month report={value} />}</QueryView></div>;
}

function Month({ report }: { report: MonthlyReport }): ReactNode {
  const { t } = useTranslation();
  const { slug, today } = useCurrentOrganisation();
  if (report.channels.length === 0) {
    return (
      <>
        <EmptyState
          heading={<PageHeading>{t('overview.empty.title')}</PageHeading>}
          action={<ButtonLink kind="act" to={`/o/${slug}/donnees/importer`}>{t('overview.empty.act')}</ButtonLink>}
        >
          {t('overview.empty.text')}
        </EmptyState>
        <Guide month={report.month} isMeasured={false} />
      </>
    );
  }
  const main = mainChannelOf(report);
  const others = report.channels.filter((channel) => channel !== main);
  const isMeasured = main !== null && main.headline.figure.median !== null;
  return (
    <>
      {isMeasured ? <Hero main={main} report={report} /> : <NoHeadline report={report} main={main} />}
      {report.month === addMonths(monthOf(today), -1) && <ReviewInvitation report={report} />}
      <Below>
        {others.length > 0 && <OtherChannels main={main} channels={others} month={report.month} />}
        {main !== null && <YearSection main={main} notes={report.notes} month={report.month} />}
        <Suspense fallback={<LoadingState />}><WholeLanguage><Lessons report={report} /></WholeLanguage></Suspense>
        <Guide month={report.month} isMeasured={isMeasured} />
      </Below>
    </>
  );
}

function Guide(props: { month: string; isMeasured: boolean }): ReactNode {
  return <Suspense fallback={null}><WholeLanguage><FirstWeek {...props} /></WholeLanguage></Suspense>;
}
