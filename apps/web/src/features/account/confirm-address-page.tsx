import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useTranslation } from '../../locales/translation.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { FormFailure } from '../../ui/form-failure.js';
import { LonePage } from '../../ui/lone-page.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { useConfirmAddress } from './account-links.queries.js';
import './account.css';

/** Where the mail about another address leads. It takes a press: programs that look into mails follow links, and must change nothing. */
export function ConfirmAddressPage(): ReactNode {
  const { t } = useTranslation();
  const confirm = useConfirmAddress();
  const token = useLocation().hash.slice(1);
  useDocumentTitle(t('confirmAddress.title'));
  if (confirm.isSuccess) {
    return <LonePage><div role="status"><PageHeading>{t('confirmAddress.done')}</PageHeading><p className="account-intro">{t('confirmAddress.done.text', { email: confirm.data.email })}</p><p><ButtonLink to="/" kind="act">{t('confirmAddress.go')}</ButtonLink></p></div></LonePage>;
  }
  return (
    <LonePage>
      <PageHeading>{token === '' ? t('invitation.cut') : t('confirmAddress.title')}</PageHeading>
      {token === '' ? <p className="account-intro">{t('invitation.cut.text')}</p> : (
        <div className="form account-form">
          <FormFailure error={confirm.error} />
          <p>{t('confirmAddress.text')}</p>
          <Button kind="act" isBusy={confirm.isPending} onClick={() => { confirm.mutate({ token }); }}>{t('confirmAddress.act')}</Button>
        </div>
      )}
    </LonePage>
  );
}
