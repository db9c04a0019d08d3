import type { ReactNode } from 'react';
import { useTranslation } from '../locales/translation.js';
import { Button } from '../ui/button.js';
import { useDocumentTitle } from '../ui/page-heading.js';
import { Slab } from '../ui/slab.js';

/** Something in the page itself broke: nothing that was kept is touched, and reading it again is the one thing to do. */
export function BrokenPage(): ReactNode {
  const { t } = useTranslation();
  useDocumentTitle(t('broken.title'));
  return (
    <div className="lone-page">
      <Slab
        title={t('broken.title')} happened={t('broken.happened')} safe={t('failure.safe')} todo={t('broken.todo')}
        action={<Button kind="act" onClick={() => { location.reload(); }}>{t('broken.reload')}</Button>}
      />
    </div>
  );
}
