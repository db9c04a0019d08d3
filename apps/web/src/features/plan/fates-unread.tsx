import type { PlanFate } from '@portee/shared';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';

/** The calendar stands without what was published for it, and says so. */
export function FatesUnread({ query }: { query: UseQueryResult<PlanFate[]> }): ReactNode {
  const { t } = useTranslation();
  if (query.error === null || query.data !== undefined) return null;
  return <p className="note row">{t('kept.unread')}<Button kind="plain" onClick={() => { void query.refetch(); }}>{t('failure.retry')}</Button></p>;
}
