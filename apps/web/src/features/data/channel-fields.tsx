import type { Channel, CreateChannel, NetworkDescriptor } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { fieldRefusal } from '../../ui/failure.js';
import { SelectField, TextField } from '../../ui/field.js';
import { isKnownTimeZone, TimeZoneField } from '../../ui/time-zone-field.js';

export type ChannelRefusals = Partial<Record<'name' | 'timeZone', true>>;

/** What the form says, its blanks left out; `kind` only where the network has a choice. */
export function readChannelForm(form: FormData, kinds: readonly Channel['kind'][]): Omit<CreateChannel, 'network' | 'externalId'> {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const kind = kinds.find((known) => known === text('kind'));
  const parent = text('parent');
  return {
    name: text('name'), audience: text('audience') === '' ? null : text('audience'), parentChannelId: parent === '' ? null : parent,
    timeZone: text('timeZone'), ...(kind === undefined ? {} : { kind }),
  };
}

export function refuseChannel({ name, timeZone = '' }: { name: string; timeZone?: string | undefined }): ChannelRefusals | null {
  const refusals: ChannelRefusals = { ...(name === '' ? { name: true } : {}), ...(isKnownTimeZone(timeZone) ? {} : { timeZone: true }) };
  return Object.keys(refusals).length === 0 ? null : refusals;
}

interface ChannelFieldsProps {
  network: NetworkDescriptor;
  /** The channel as it is; null: a new one. */
  channel: Channel | null;
  /** Channels it may belong to. */
  parents: readonly Channel[];
  timeZone: string;
  refusals: ChannelRefusals | null;
  error: Error | null;
}

/** Name, kind, for whom, under which channel, in which time zone. */
export function ChannelFields({ network, channel, parents, timeZone, refusals, error }: ChannelFieldsProps): ReactNode {
  const { t } = useTranslation();
  const kinds = network.channelKinds.map((kind) => ({ value: kind, label: t(`data.kind.${kind}`) }));
  const choices = [{ value: '', label: t('channel.parent.none') }, ...parents.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <>
      <TextField
        label={t('channel.name')} hint={t('channel.name.hint')} name="name" defaultValue={channel?.name ?? ''} maxLength={120} autoComplete="off"
        refusal={refusals?.name === true ? t('channel.name.missing') : fieldRefusal(error, 'name')}
      />
      {kinds.length > 1 && <SelectField label={t('channel.kind')} name="kind" defaultValue={channel?.kind ?? kinds[0]?.value} choices={kinds} />}
      <TextField label={t('channel.audience')} hint={t('channel.audience.hint')} name="audience" defaultValue={channel?.audience ?? ''} maxLength={120} autoComplete="off" />
      {parents.length > 0 && <SelectField label={t('channel.parent')} hint={t('channel.parent.hint')} name="parent" defaultValue={channel?.parentChannelId ?? ''} choices={choices} refusal={fieldRefusal(error, 'parentChannelId')} />}
      <TimeZoneField
        label={t('channel.zone')} hint={t('channel.zone.hint')} name="timeZone" defaultValue={channel?.timeZone ?? timeZone}
        refusal={refusals?.timeZone === true ? t('settings.organisation.timeZone.unknown') : fieldRefusal(error, 'timeZone')}
      />
    </>
  );
}
