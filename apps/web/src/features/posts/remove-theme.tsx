import type { OwnTheme } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useToast } from '../../ui/toast.js';
import { useRemoveTheme } from './themes.queries.js';

/** Deleting cannot be undone, so it is asked once, with what will be lost and what stays. */
export function RemoveTheme({ theme }: { theme: OwnTheme }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const { mutate, isPending, error } = useRemoveTheme();
  const { id, name, posts, givenByHand, toldByFiles, words } = theme;
  const close = (): void => { setOpen(false); };
  return (
    <>
      <Button kind="plain" onClick={() => { setOpen(true); }} aria-label={t('themes.delete.of', { name })}>{t('themes.delete')}</Button>
      <Dialog title={t('themes.delete.title', { name })} isOpen={isOpen} onClose={close}>
        <div className="form">
          {error !== null && <FormRefusal>{sayProblem(error, t)}</FormRefusal>}
          <p>{t('themes.delete.posts', { count: posts - toldByFiles })}</p>
          {givenByHand > 0 && <p>{t('themes.delete.byHand', { count: givenByHand })}</p>}
          {words.length > 0 && <p>{t('themes.delete.words', { count: words.length })}</p>}
          {toldByFiles > 0 && <p>{t('themes.delete.files', { count: toldByFiles })}</p>}
          <p className="quiet">{t('themes.delete.safe')}</p>
          <div className="row">
            <Button kind="act" isBusy={isPending} onClick={() => { mutate(id, { onSuccess: () => { toast(t('themes.deleted', { name })); } }); }}>{t('themes.delete.do')}</Button>
            <Button onClick={close}>{t('themes.cancel')}</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
