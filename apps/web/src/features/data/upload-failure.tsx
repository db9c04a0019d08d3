import type { ReactNode } from 'react';
import { ProblemError } from '../../api/problem-error.js';
import { useTranslation } from '../../locales/translation.js';
import { sayProblem } from '../../ui/failure.js';
import { Slab } from '../../ui/slab.js';

/** The file did not arrive: cut on the way, or refused at the door. Either way nothing was kept. */
export function UploadFailure({ error }: { error: unknown }): ReactNode {
  const { t } = useTranslation();
  const isCut = !(error instanceof ProblemError) || error.status === 0;
  return (
    <Slab
      title={t('import.failed.title')} happened={isCut ? t('import.failed.cut') : sayProblem(error, t)} safe={t('import.failed.safe')}
      todo={t(isCut ? 'import.failed.retry' : 'import.failed.correct')}
    />
  );
}
