import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { send } from '../../api/client.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { FormFailure } from '../../ui/form-failure.js';
import { LonePage } from '../../ui/lone-page.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import './account.css';

/** Where the link at the foot of a report's mail leads. It takes a press: programs that look into mails follow links. */
export function StopMailsPage(): ReactNode {
  const { t } = useTranslation();
  const token = useLocation().hash.slice(1);
  const stop = useMutation({ mutationFn: () => send('POST', `report-mails/stop?token=${token}`, { answer: 'nothing' }) });
  useDocumentTitle(t('mailing.stop.title'));
  if (stop.isSuccess) return <LonePage><div role="status"><PageHeading>{t('mailing.stop.done')}</PageHeading><p className="account-intro">{t('mailing.stop.done.text')}</p></div></LonePage>;
  return (
    <LonePage>
      <PageHeading>{t('mailing.stop.title')}</PageHeading>
      <div className="form account-form">
        <FormFailure error={stop.error} />
        <p>{t('mailing.stop.text')}</p>
        <Button kind="act" isBusy={stop.isPending} onClick={() => { stop.mutate(); }}>{t('mailing.stop.act')}</Button>
      </div>
    </LonePage>
  );
}
