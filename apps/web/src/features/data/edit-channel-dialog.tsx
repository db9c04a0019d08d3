import type { Channel, NetworkDescriptor, UpdateChannel } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useToast } from '../../ui/toast.js';
import { ChannelFields, readChannelForm, refuseChannel, type ChannelRefusals } from './channel-fields.js';
import { useUpdateChannel } from './channel.queries.js';
import { CheckField } from '../../ui/check-field.js';

interface EditChannelProps {
  channel: Channel;
  network: NetworkDescriptor;
  channels: readonly Channel[];
  /** Asked by itself: its pause is a matter of its collection, not of this form. */
  isCollected: boolean;
  isOpen: boolean;
  onClose: () => void;
}

export function EditChannelDialog({ isOpen, onClose, ...rest }: EditChannelProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog title={t('channel.edit.title', { name: rest.channel.name })} isOpen={isOpen} onClose={onClose}>
      <EditChannelForm {...rest} onClose={onClose} />
    </Dialog>
  );
}

function EditChannelForm({ channel, network, channels, isCollected, onClose }: Omit<EditChannelProps, 'isOpen'>): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const update = useUpdateChannel(channel.id);
  const [refusals, setRefusals] = useState<ChannelRefusals | null>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = readChannelForm(form, network.channelKinds);
    const refused = refuseChannel(read);
    setRefusals(refused);
    if (refused !== null) return;
    update.mutate({ ...read, ...readSwitches(form, { isCollected, state: channel.state }) }, { onSuccess: ({ name }) => { onClose(); toast(t('channel.saved', { name })); } });
  };
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      {update.error !== null && <FormRefusal>{sayProblem(update.error, t)}</FormRefusal>}
      <ChannelFields
        network={network} channel={channel} parents={channels.filter(({ id }) => id !== channel.id)} timeZone={channel.timeZone} refusals={refusals} error={update.error}
      />
      {channel.isMain
        ? <p className="note quiet">{t('channel.isMain')}</p>
        : <CheckField name="isMain" label={t('channel.main')} hint={t('channel.main.hint')} />}
      {!isCollected && <CheckField name="isPaused" label={t('channel.pause')} hint={t('channel.pause.hint')} defaultChecked={channel.state === 'paused'} />}
      <div className="row">
        <Button kind="act" type="submit" isBusy={update.isPending}>{t('channel.edit.do')}</Button>
        <Button kind="plain" onClick={onClose}>{t('channel.cancel')}</Button>
      </div>
    </form>
  );
}

/** A channel taken out of its pause goes back to waiting for files. */
function readSwitches(form: FormData, { isCollected, state }: { isCollected: boolean; state: Channel['state'] }): Pick<UpdateChannel, 'isMain' | 'state'> {
  const isPaused = form.get('isPaused') !== null;
  const wasPaused = state === 'paused';
  return {
    ...(form.get('isMain') === null ? {} : { isMain: true }),
    ...(isCollected || isPaused === wasPaused ? {} : { state: isPaused ? 'paused' : 'file' }),
  };
}
