import type { Channel, ChannelDeletion } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { CheckField } from '../../ui/check-field.js';
import { Dialog } from '../../ui/dialog.js';
import { showRefused, TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { QueryView } from '../../ui/query-view.js';
import { useToast } from '../../ui/toast.js';
import { useChannelDeletion, useRemoveChannel } from './channel.queries.js';

/** Deleting cannot be undone: what will be lost is told, and the name is typed. */
export function RemoveChannel({ channel }: { channel: Channel }): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => { setOpen(false); };
  return (
    <>
      <Button kind="plain" onClick={() => { setOpen(true); }}>{t('channel.remove')}</Button>
      <Dialog title={t('channel.remove.title', { name: channel.name })} isOpen={isOpen} onClose={close}><Removal channel={channel} onClose={close} /></Dialog>
    </>
  );
}

interface RemovalProps { channel: Channel; onClose: () => void }

function Removal({ channel, onClose }: RemovalProps): ReactNode {
  return <QueryView query={useChannelDeletion(channel.id)}>{(deletion) => <RemovalForm channel={channel} deletion={deletion} onClose={onClose} />}</QueryView>;
}

function RemovalForm({ channel: { id, name }, deletion: { posts, since, closedMonths }, onClose }: RemovalProps & { deletion: ChannelDeletion }): ReactNode {
  const { t, write } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const remove = useRemoveChannel(id);
  const navigate = useNavigate();
  const toast = useToast();
  const [isOther, setOther] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const differs = String(form.get('name')).trim() !== name.trim();
    showRefused(event.currentTarget, () => { setOther(differs); });
    if (differs) return;
    remove.mutateAsync(form.get('closed') === null ? 'keep' : 'erase').then(() => { toast(t('channel.removed', { name })); void navigate(`/o/${slug}/donnees`); }, () => undefined);
  };
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      <FormFailure error={remove.error} />
      <p>{t('channel.remove.text', { count: posts })}{since === null ? '' : ` ${t('channel.remove.since', { day: write.longDay(since) })}`}</p>
      {closedMonths > 0 && <CheckField label={t('channel.remove.closed')} hint={t('channel.remove.closed.hint', { count: closedMonths })} name="closed" />}
      <TextField label={t('channel.remove.name')} hint={t('channel.remove.name.hint', { name })} name="name" autoComplete="off" refusal={isOther ? t('channel.remove.name.differs') : undefined} />
      <div className="row">
        <Button kind="act" type="submit" isBusy={remove.isPending}>{t('channel.remove.do')}</Button>
        <Button onClick={onClose}>{t('channel.cancel')}</Button>
      </div>
    </form>
  );
}
