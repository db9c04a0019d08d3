import type { ReactNode } from 'react';
import { useTranslation } from '../locales/translation.js';
import { Button } from './button.js';
import './show-more.css';

interface ShowMoreProps { shown: number; total: number; isBusy: boolean; onMore: () => void }

/** How much of a list is in sight, and the rest of it. */
export function ShowMore({ shown, total, isBusy, onMore }: ShowMoreProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="show-more">
      <p role="status">{t('ui.more.shown', { shown, total })}</p>
      {shown < total && <Button isBusy={isBusy} onClick={onMore}>{t('ui.more.next')}</Button>}
    </div>
  );
}
