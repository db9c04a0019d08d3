import { may } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useReportMailing } from '../../api/mailing.queries.js';
import { useSession } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { BackLink } from '../../ui/back-link.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { RecipientsSection } from './recipients-section.js';
import { ScheduleSection } from './schedule-section.js';
import { SendingsSection } from './sendings-section.js';
import '../../ui/line-list.css';

/** To whom the report of each month leaves by mail, when, and which months have left. */
export function MailingPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name, role } = useCurrentOrganisation();
  const isAllowed = may(role, 'sendReports');
  useDocumentTitle(t('mailing.title'), name);
  return (
    <>
      <BackLink to={`/o/${slug}/reglages`}>{t('settings.title')}</BackLink>
      <div className="page-title"><PageHeading>{t('mailing.title')}</PageHeading><p>{t(isAllowed ? 'mailing.text' : 'mailing.others')}</p></div>
      {isAllowed && <Sections />}
    </>
  );
}

function Sections(): ReactNode {
  const { t } = useTranslation();
  const sendsMail = useSession().data?.sendsMail === true;
  return (
    <QueryView query={useReportMailing()}>
      {(mailing) => (
        <>
          {!sendsMail && <Notice>{t('mailing.noMail')}</Notice>}
          {sendsMail && <ScheduleSection key={`${mailing.mode} ${mailing.day}`} mailing={mailing} />}
          <RecipientsSection recipients={mailing.recipients} />
          {sendsMail && <SendingsSection sendings={mailing.sendings} />}
        </>
      )}
    </QueryView>
  );
}
