import type { Channel, NetworkDescriptor } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels, useNetworks } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { sayProblem } from '../../ui/failure.js';
import { SelectField } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useToast } from '../../ui/toast.js';
import { ChannelFields, readChannelForm, refuseChannel, type ChannelRefusals } from './channel-fields.js';
import { useCreateChannel } from './channel.queries.js';

interface AddChannelProps { isOpen: boolean; onClose: () => void }

/** Makes a channel by hand; a file makes its own. */
export function AddChannelDialog({ isOpen, onClose }: AddChannelProps): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const channels = useChannels(slug);
  const networks = useNetworks();
  return (
    <Dialog title={t('channel.add.title')} isOpen={isOpen} onClose={onClose}>
      {networks.data !== undefined && <AddChannelForm networks={networks.data} channels={channels.data ?? []} onClose={onClose} />}
    </Dialog>
  );
}

interface AddChannelFormProps { networks: readonly NetworkDescriptor[]; channels: readonly Channel[]; onClose: () => void }

function AddChannelForm({ networks, channels, onClose }: AddChannelFormProps): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const { timeZone } = useCurrentOrganisation();
  const create = useCreateChannel();
  const [chosen, choose] = useState(networks[0]?.network ?? '');
  const [refusals, setRefusals] = useState<ChannelRefusals | null>(null);
  const network = networks.find((known) => known.network === chosen);
  if (network === undefined) return null;
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = readChannelForm(new FormData(event.currentTarget), network.channelKinds);
    const refused = refuseChannel(read);
    setRefusals(refused);
    if (refused !== null) return;
    create.mutate({ network: network.network, ...read }, { onSuccess: ({ name }) => { onClose(); toast(t('channel.added', { name })); } });
  };
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      {create.error !== null && <FormRefusal>{sayProblem(create.error, t)}</FormRefusal>}
      <SelectField label={t('channel.network')} value={chosen} onChange={(event) => { choose(event.target.value); }} choices={networks.map(({ network: value, label }) => ({ value, label }))} />
      <ChannelFields key={chosen} network={network} channel={null} parents={channels} timeZone={timeZone} refusals={refusals} error={create.error} />
      <div className="row">
        <Button kind="act" type="submit" isBusy={create.isPending}>{t('channel.add.do')}</Button>
        <Button kind="plain" onClick={onClose}>{t('channel.cancel')}</Button>
      </div>
    </form>
  );
}
