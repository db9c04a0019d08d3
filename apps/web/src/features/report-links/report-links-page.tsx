import { may, type ReportLink } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useOwnClock } from '../../api/own-clock.js';
import { useReportLinks, useTakeBackReportLink } from '../../api/report-links.queries.js';
import { sayWhen } from '../../format/instants.js';
import { languages } from '../../locales/languages.js';
import { useTranslation } from '../../locales/translation.js';
import { BackLink } from '../../ui/back-link.js';
import { FormFailure } from '../../ui/form-failure.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { SureButton } from '../../ui/sure-button.js';
import { useToast } from '../../ui/toast.js';
import { useRowFocus } from '../../ui/use-row-focus.js';
import '../../ui/line-list.css';

/** Every link to a report: which month, by whom, until when, how often read; and the way to be rid of it. */
export function ReportLinksPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name, role } = useCurrentOrganisation();
  const isAllowed = may(role, 'shareReports');
  useDocumentTitle(t('reportLinks.title'), name);
  return (
    <>
      <BackLink to={`/o/${slug}/rapport`}>{t('reportLinks.back')}</BackLink>
      <div className="page-title"><PageHeading>{t('reportLinks.title')}</PageHeading><p>{t(isAllowed ? 'reportLinks.text' : 'reportLinks.others')}</p></div>
      {isAllowed && <section className="section"><Links /></section>}
    </>
  );
}

function Links(): ReactNode {
  return <QueryView query={useReportLinks()}>{(links) => <LinkList links={links} />}</QueryView>;
}

function LinkList({ links }: { links: readonly ReportLink[] }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const takeBack = useTakeBackReportLink();
  const { box, listeners } = useRowFocus<HTMLDivElement>(links.map(({ id }) => id));
  const onTakeBack = (id: string): void => { takeBack.mutateAsync(id).then(() => { toast(t('reportLinks.takenBack')); }, () => undefined); };
  return (
    <div ref={box} {...listeners}>
      <FormFailure error={takeBack.error} />
      {links.length === 0
        ? <EmptyState title={t('reportLinks.empty')}>{t('reportLinks.empty.text')}</EmptyState>
        : <ul className="line-list" aria-label={t('reportLinks.title')}>{links.map((link) => <OneLink key={link.id} link={link} isBusy={takeBack.isPending} onTakeBack={onTakeBack} />)}</ul>}
    </div>
  );
}

function OneLink({ link, isBusy, onTakeBack }: { link: ReportLink; isBusy: boolean; onTakeBack: (id: string) => void }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { slug } = useCurrentOrganisation();
  const clock = useOwnClock();
  const { id, month, language, createdAt, lastDay, isOver, madeBy, reads, lastReadAt } = link;
  const when = (instant: string): string => sayWhen(instant, { ...clock, translation });
  const said = { month: write.monthAndYear(month), name: madeBy ?? t('journal.someone') };
  return (
    <li data-row>
      <div>
        <b><Link to={`/o/${slug}/rapport?mois=${month}`}>{said.month}</Link></b>
        <small>{t('reportLinks.made', { name: said.name, when: when(createdAt), language: languages.find(({ value }) => value === language)?.label ?? language })}</small>
        <small>{t(isOver ? 'reportLinks.over' : 'reportLinks.until', { day: write.longDay(lastDay) })} {lastReadAt === null ? t('reportLinks.neverRead') : t('reportLinks.read', { reads, when: when(lastReadAt) })}</small>
      </div>
      <div className="row">
        <SureButton label={t('reportLinks.takeBack')} ariaLabel={t('reportLinks.takeBackOf', { month: said.month })} sure={t('reportLinks.takeBackSure')} isBusy={isBusy} onSure={() => { onTakeBack(id); }} />
      </div>
    </li>
  );
}
