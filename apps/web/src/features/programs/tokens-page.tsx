import { type ApiTokenView, may } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { BackLink } from '../../ui/back-link.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { NewTokenSection } from './new-token-section.js';
import { TokensSection } from './tokens-section.js';
import { useTokens } from './tokens.queries.js';
import '../../ui/line-list.css';
import './programs.css';

/** Keys of programs, for those who may make them. */
export function TokensPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name, role } = useCurrentOrganisation();
  useDocumentTitle(t('tokens.document'), name);
  return (
    <>
      <BackLink to={`/o/${slug}/reglages`}>{t('settings.title')}</BackLink>
      {may(role, 'manageTokens') ? <Tokens /> : <div className="page-title"><PageHeading>{t('tokens.document')}</PageHeading><p>{t('tokens.others')}</p></div>}
    </>
  );
}

function Tokens(): ReactNode {
  const { t } = useTranslation();
  return <QueryView query={useTokens()} heading={t('tokens.document')}>{(tokens) => <Shown tokens={tokens} />}</QueryView>;
}

function Shown({ tokens }: { tokens: readonly ApiTokenView[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <div className="page-title"><PageHeading>{t('tokens.title', { count: tokens.filter(({ isOver }) => !isOver).length })}</PageHeading><p>{t('tokens.text')}</p></div>
      {tokens.length > 0 && <TokensSection tokens={tokens} />}
      <NewTokenSection />
    </>
  );
}
