import { may, type NewWebhook, type WebhookView } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { BackLink } from '../../ui/back-link.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { NewWebhookSection } from './new-webhook-section.js';
import { WebhookSection } from './webhook-section.js';
import { useWebhooks } from './webhooks.queries.js';
import '../../ui/line-list.css';
import './programs.css';

/** Which programs are told when something happens, and what was sent to each. */
export function WebhooksPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name, role } = useCurrentOrganisation();
  useDocumentTitle(t('webhooks.document'), name);
  return (
    <>
      <BackLink to={`/o/${slug}/reglages`}>{t('settings.title')}</BackLink>
      {may(role, 'manageTokens') ? <Webhooks /> : <div className="page-title"><PageHeading>{t('webhooks.document')}</PageHeading><p>{t('webhooks.others')}</p></div>}
    </>
  );
}

function Webhooks(): ReactNode {
  const { t } = useTranslation();
  return <QueryView query={useWebhooks()} heading={t('webhooks.document')}>{(webhooks) => <Shown webhooks={webhooks} />}</QueryView>;
}

function Shown({ webhooks }: { webhooks: readonly WebhookView[] }): ReactNode {
  const { t } = useTranslation();
  const [told, setTold] = useState<NewWebhook | null>(null);
  return (
    <>
      <div className="page-title"><PageHeading>{t('webhooks.title', { count: webhooks.filter(({ disabledAt }) => disabledAt === null).length })}</PageHeading><p>{t('webhooks.text')}</p></div>
      {webhooks.map((webhook) => <WebhookSection key={webhook.id} webhook={webhook} secret={told?.id === webhook.id ? told.secret : null} onSecret={setTold} />)}
      <NewWebhookSection onMade={setTold} />
    </>
  );
}
