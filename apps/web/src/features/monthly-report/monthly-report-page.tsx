import { mainChannelOf, readingDay, reportWords, type MonthlyReport, type ReportWords } from '@portee/shared';
import type { ReactNode } from 'react';
import { addressOf } from '../../api/address.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationPath, useMonthlyReport } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Below } from '../../ui/below.js';
import { ButtonLink, DownloadLink } from '../../ui/button.js';
import { YearSection } from '../../ui/chart/year-section.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { ReviewInvitation } from '../../ui/review-invitation.js';
import { useMonth } from '../../ui/use-month.js';
import { CentresBeside } from './centres-beside.js';
import { ChannelsTable } from './channels-table.js';
import { CloseMonth } from '../../ui/month/close-month.js';
import { Formats } from './formats.js';
import { Glossary } from './glossary.js';
import { Moments } from './moments.js';
import { Findings } from '../../ui/month/findings.js';
import { PostsSeen } from '../../ui/month/posts-seen.js';
import { SendReport } from './send-report.js';
import { Proposals } from './proposals.js';
import { ReportHeadline } from '../../ui/month/report-headline.js';
import { TeamComment } from '../../ui/month/team-comment.js';
import { ShareReport } from './share-report.js';
import { Trend } from './trend.js';
import { YearFigures } from './year-figures.js';
import './monthly-report.css';

/** The month from top to bottom: the value that the PDF prints, said with the same sentences. */
export function MonthlyReportPage(): ReactNode {
  const { t, write, locale } = useTranslation();
  const { slug, name } = useCurrentOrganisation();
  const { month } = useMonth();
  useDocumentTitle(t('report.documentTitle', { month: write.monthAndYear(month) }), name);
  const report = useMonthlyReport(slug, month);
  // While the next month loads, the one before stays: it is named and downloaded as what it is.
  const shown = report.data?.month ?? month;
  return (
    <article className="report" aria-busy={report.isPlaceholderData}>
      <div className="page-title report-title">
        <PageHeading>{t('report.title', { month: write.monthAndYear(shown) })}</PageHeading>
        {report.data !== undefined && isEmpty(report.data) ? null : <div className="no-print">
          <div className="row">
            <DownloadLink kind="act" href={addressOf(organisationPath(slug, `/reports/${shown}.pdf`))} download>{t('report.download')}</DownloadLink>
            <SendReport key={`send ${shown}`} month={shown} isClosed={report.data?.closed !== null && report.data?.closed !== undefined} />
            <ShareReport key={shown} month={shown} />
          </div>
          <p className="small quiet">{t('report.print')}</p>
        </div>}
      </div>
      <QueryView query={report}>{(value) => <Report report={value} words={reportWords(locale)} />}</QueryView>
    </article>
  );
}

/** Nothing to tell or to keep: no channel, no word of the team's, and nobody closed it when there was something. */
function isEmpty({ channels, comment, closed }: MonthlyReport): boolean {
  return channels.length === 0 && comment === null && closed === null;
}

function Report({ report, words }: { report: MonthlyReport; words: ReportWords }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const main = mainChannelOf(report);
  const day = readingDay(report, words);
  if (isEmpty(report)) {
    return <EmptyState title={t('overview.empty.title')} action={<ButtonLink kind="act" to={`/o/${slug}/donnees/importer`}>{t('overview.empty.act')}</ButtonLink>}>{t('overview.empty.text')}</EmptyState>;
  }
  return (
    <>
      <p className="report-read">{day === null ? words.say('board.notRead') : t('report.readOn', { day })}</p>
      <ReviewInvitation report={report} />
      <ReportHeadline report={report} words={words} />
      {main !== null && (
        <section className="section" aria-labelledby="report-moved">
          <header><h2 id="report-moved">{t('report.moved')}</h2></header>
          <Findings report={report} words={words} />
        </section>
      )}
      <Below>
        {main !== null && <YearSection main={main} notes={report.notes} month={report.month} />}
        {report.channels.length > 0 && <ChannelsTable report={report} words={words} />}
        {report.closed === null && report.isMonthOver && <CentresBeside month={report.month} />}
        <YearFigures report={report} words={words} />
        <PostsSeen report={report} words={words} />
        <Formats report={report} words={words} />
        <Moments report={report} words={words} />
        <Trend report={report} words={words} />
        <Proposals report={report} words={words} />
        <TeamComment month={report.month} />
        <Glossary report={report} words={words} />
        <CloseMonth key={report.month} report={report} />
      </Below>
    </>
  );
}
