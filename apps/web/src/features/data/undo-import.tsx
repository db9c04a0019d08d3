import type { ImportView } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useToast } from '../../ui/toast.js';
import { useUndoImport } from './import.queries.js';

/** Undoing takes figures away, so it is asked once; where it cannot be done yet, why stands in its place. */
export function UndoImport({ view }: { view: ImportView }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const undo = useUndoImport(view.id);
  const close = (): void => { setOpen(false); };
  if (!view.canUndo) return <p className="note quiet import-undo">{t('import.undo.newer')}</p>;
  const onUndo = (): void => { undo.mutate(undefined, { onSuccess: () => { close(); toast(t('import.undo.done')); } }); };
  return (
    <div className="import-undo">
      <Button kind="plain" onClick={() => { setOpen(true); }}>{t('import.undo')}</Button>
      <Dialog title={t('import.undo.title')} isOpen={isOpen} onClose={close}>
        <div className="form">
          {undo.error !== null && <FormRefusal>{sayProblem(undo.error, t)}</FormRefusal>}
          <p>{t('import.undo.text', { posts: view.outcome?.postsNew ?? 0 })}</p>
          <div className="row">
            <Button kind="act" isBusy={undo.isPending} onClick={onUndo}>{t('import.undo.do')}</Button>
            <Button onClick={close}>{t('import.undo.keep')}</Button>
          </div>
        </div>
      </Dialog>
    </div>
  );
}
