import { useState, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useToast } from '../../ui/toast.js';
import { useRemoveApplication } from './hosting.queries.js';

/** Channels of every organisation rest on it, so it is asked once, with what will stop. */
export function RemoveApplication({ network, label }: { network: string; label: string }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const remove = useRemoveApplication(network);
  const [isAsking, setAsking] = useState(false);
  const close = (): void => { setAsking(false); };
  return (
    <>
      <div><Button kind="plain" onClick={() => { setAsking(true); }}>{t('hosting.remove')}</Button></div>
      <Dialog title={t('hosting.remove.title', { network: label })} isOpen={isAsking} onClose={close}>
        <div className="form">
          {remove.error !== null && <FormRefusal>{sayProblem(remove.error, t)}</FormRefusal>}
          <p>{t('hosting.remove.text', { network: label })}</p>
          <div className="row">
            <Button kind="act" isBusy={remove.isPending} onClick={() => { remove.mutate(undefined, { onSuccess: () => { close(); toast(t('hosting.removed', { network: label })); } }); }}>{t('hosting.remove')}</Button>
            <Button onClick={close}>{t('hosting.keep')}</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
