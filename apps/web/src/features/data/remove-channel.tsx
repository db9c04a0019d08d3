import type { Channel } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useToast } from '../../ui/toast.js';
import { useRemoveChannel } from './channel.queries.js';

/** Deleting cannot be undone, so it is asked once, with what will be lost. */
export function RemoveChannel({ channel: { id, name, posts } }: { channel: Channel }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const [isOpen, setOpen] = useState(false);
  const remove = useRemoveChannel(id);
  const navigate = useNavigate();
  const toast = useToast();
  const close = (): void => { setOpen(false); };
  const onRemove = (): void => {
    remove.mutate(undefined, { onSuccess: () => { toast(t('channel.removed', { name })); void navigate(`/o/${slug}/donnees`); } });
  };
  return (
    <>
      <Button kind="plain" onClick={() => { setOpen(true); }}>{t('channel.remove')}</Button>
      <Dialog title={t('channel.remove.title', { name })} isOpen={isOpen} onClose={close}>
        <div className="form">
          {remove.error !== null && <FormRefusal>{sayProblem(remove.error, t)}</FormRefusal>}
          <p>{t('channel.remove.text', { count: posts })}</p>
          <div className="row">
            <Button kind="act" isBusy={remove.isPending} onClick={onRemove}>{t('channel.remove.do')}</Button>
            <Button onClick={close}>{t('channel.cancel')}</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
