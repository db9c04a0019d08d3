import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { FormRefusal } from '../../ui/form-refusal.js';

/** Two people wrote the same thing: what is there now stands beside each field, and this person chooses. */
export function ConflictNotice({ isBusy, onTakeTheirs }: { isBusy: boolean; onTakeTheirs: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="calendar-conflict">
      <FormRefusal>{t('calendar.conflict')}</FormRefusal>
      <div className="row">
        <Button type="submit" isBusy={isBusy}>{t('calendar.conflict.mine')}</Button>
        <Button isBusy={isBusy} onClick={onTakeTheirs}>{t('calendar.conflict.theirs')}</Button>
      </div>
    </div>
  );
}
