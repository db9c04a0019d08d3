import { type DirectoryReason, directoryReasons } from '@portee/shared';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { LonePage } from '../../ui/lone-page.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import './account.css';
import { DirectoryLinkForm } from './directory-link-form.js';

/** Whom an account by password would help. */
const helpedByPassword: readonly DirectoryReason[] = ['no-account', 'account-exists', 'email-unproven'];

/** Where somebody comes back from the directory without being let in: why, and what to do. */
export function DirectoryPage(): ReactNode {
  const { t } = useTranslation();
  const [parameters] = useSearchParams();
  const session = useSession().data;
  const reason = directoryReasons.find((one) => one === parameters.get('raison')) ?? 'begin-again';
  const directory = session?.directory ?? t('directory.unnamed');
  useDocumentTitle(t(`directory.title.${reason}`, { directory }));
  const isIn = session?.user !== null && session?.user !== undefined;
  return (
    <LonePage>
      <PageHeading>{t(`directory.title.${reason}`, { directory })}</PageHeading>
      <p className="account-intro">{t(`directory.text.${reason}`, { directory })}</p>
      {helpedByPassword.includes(reason) && !isIn && session?.directory !== null && <DirectoryLinkForm directory={directory} />}
      <p className="account-form"><ButtonLink to={isIn ? '/' : '/connexion'}>{t(isIn ? 'directory.home' : 'directory.signIn')}</ButtonLink></p>
    </LonePage>
  );
}
