import type { ImportView } from '@portee/shared';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Notice } from '../../ui/notice.js';
import { Progress } from '../../ui/progress.js';

/** A file that has not begun to be read after this long is said to be waiting for another. */
const PATIENCE_MS = 12_000;

/** The file is read without anybody: how far it is, and leave to go. */
export function ImportReading({ view: { state, rows, progress } }: { view: ImportView }): ReactNode {
  const { t } = useTranslation();
  const isWaiting = state === 'waiting';
  const isSlow = useIsSlow(isWaiting);
  return (
    <div className="import-progress">
      <Progress label={t('import.progress')} value={isWaiting ? null : progress} />
      <p className="note figures" aria-live="polite">
        {isWaiting ? t('import.progress.waiting') : t('import.progress.rows', { read: rows.read })} {t('import.progress.leave')}
      </p>
      {isSlow && <Notice isLive>{t('import.progress.slow')}</Notice>}
    </div>
  );
}

function useIsSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => { setSlow(true); }, PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isWaiting]);
  return isSlow;
}
