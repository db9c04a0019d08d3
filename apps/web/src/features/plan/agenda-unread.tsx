import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';

/** The calendar stands without the centre's agenda, and says so. */
export function AgendaUnread({ query }: { query: UseQueryResult<unknown> }): ReactNode {
  const { t } = useTranslation();
  if (query.error === null || query.data !== undefined) return null;
  return <p className="note row">{t('agenda.unread')}<Button kind="plain" onClick={() => { void query.refetch(); }}>{t('failure.retry')}</Button></p>;
}
