import { may, type ReportMailing } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useReportMailing, useSendReport } from '../../api/mailing.queries.js';
import { useSession } from '../../api/session.queries.js';
import { useOwnClock } from '../../api/own-clock.js';
import { sayWhen } from '../../format/instants.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { FormFailure } from '../../ui/form-failure.js';
import { QueryView } from '../../ui/query-view.js';
import { useToast } from '../../ui/toast.js';

/** Sending the month one is reading, to whoever receives the report. Only a month that is over leaves. */
export function SendReport({ month, isClosed }: { month: string; isClosed: boolean }): ReactNode {
  const { t, write } = useTranslation();
  const { role, today } = useCurrentOrganisation();
  const sendsMail = useSession().data?.sendsMail === true;
  const [isOpen, setOpen] = useState(false);
  if (!sendsMail || !may(role, 'sendReports') || month >= today.slice(0, 7)) return null;
  return (
    <>
      <Button onClick={() => { setOpen(true); }}>{t('mailing.send')}</Button>
      <Dialog title={t('mailing.send.title', { month: write.monthAndYear(month) })} isOpen={isOpen} onClose={() => { setOpen(false); }}>
        <Asked month={month} isClosed={isClosed} onSent={() => { setOpen(false); }} />
      </Dialog>
    </>
  );
}

interface AskedProps { month: string; isClosed: boolean; onSent: () => void }

function Asked(props: AskedProps): ReactNode {
  return <QueryView query={useReportMailing()}>{(mailing) => <Ask {...props} mailing={mailing} />}</QueryView>;
}

function Ask({ month, isClosed, onSent, mailing }: AskedProps & { mailing: ReportMailing }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { slug } = useCurrentOrganisation();
  const clock = useOwnClock();
  const toast = useToast();
  const send = useSendReport();
  const recipients = mailing.recipients.filter(({ stoppedAt }) => stoppedAt === null).length;
  const sent = mailing.sendings.find((one) => one.month === month && one.state === 'sent');
  const onSend = (): void => {
    send.mutateAsync({ month, again: sent !== undefined }).then(() => { toast(t('mailing.send.done', { month: write.monthAndYear(month) })); onSent(); }, () => undefined);
  };
  return (
    <div className="form">
      <FormFailure error={send.error} />
      {sent !== undefined && <p>{t('mailing.send.already', { recipients: sent.recipients, when: sayWhen(sent.changedAt, { ...clock, translation }) })}</p>}
      <p>{recipients === 0 ? t('mailing.send.none') : t('mailing.send.to', { recipients })}</p>
      {!isClosed && recipients > 0 && <p>{t('mailing.send.open')}</p>}
      {recipients > 0 && <Button kind="act" isBusy={send.isPending} onClick={onSend}>{t(sent === undefined ? 'mailing.send.act' : 'mailing.send.again')}</Button>}
      <p className="small"><Link to={`/o/${slug}/rapport/envoi`}>{t('mailing.send.choose')}</Link></p>
    </div>
  );
}
