import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';

/** How channels are doing could not be read: the rest of the page holds without it. */
export function CollectionsUnread({ onRetry }: { onRetry: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="collections-unread">
      <Notice isLive><p>{t('collect.unread')}</p><Button kind="plain" onClick={onRetry}>{t('collect.retry')}</Button></Notice>
    </div>
  );
}
