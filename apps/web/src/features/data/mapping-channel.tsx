import type { Channel, NetworkDescriptor } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Segmented } from '../../ui/segmented.js';
import type { MappingPartProps } from './mapping-columns.js';
import type { MappingDraft } from './mapping-draft.js';

type MappingChannelProps = Omit<MappingPartProps, 'preview'> & { channels: readonly Channel[]; networks: readonly NetworkDescriptor[] };

/** Whose posts these are: a channel that exists, or one to be made. */
export function MappingChannel({ channels, networks, draft, refusals, onChange }: MappingChannelProps): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="map-channel">
      <h2 id="map-channel">{t('import.map.channel')}</h2>
      <div className="form">
        {channels.length > 0 && (
          <Segmented<MappingDraft['source']>
            label={t('import.map.channel.pick')} value={draft.source} onChoose={(source) => { onChange({ ...draft, source }); }}
            choices={[{ value: 'known', label: t('import.map.channel.known') }, { value: 'new', label: t('import.map.channel.new') }]}
          />
        )}
        {draft.source === 'known' ? (
          <SelectField
            label={t('import.map.channel.known')} value={draft.channelId} choices={channels.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => { onChange({ ...draft, channelId: event.target.value }); }}
          />
        ) : (
          <>
            <SelectField
              label={t('channel.network')} value={draft.network} choices={networks.map(({ network, label }) => ({ value: network, label }))}
              onChange={(event) => { onChange({ ...draft, network: event.target.value }); }}
            />
            <TextField
              label={t('channel.name')} hint={t('channel.name.hint')} value={draft.name} maxLength={120} autoComplete="off"
              refusal={refusals.some(({ kind }) => kind === 'name') ? t('import.map.missing.name') : undefined}
              onChange={(event) => { onChange({ ...draft, name: event.target.value }); }}
            />
          </>
        )}
      </div>
    </section>
  );
}
