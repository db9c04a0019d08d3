import type { EffortMonth } from '@portee/shared';
import type { ReactNode } from 'react';
import { writeHours } from '../../format/hours.js';
import { useTranslation } from '../../locales/translation.js';
import { TextField } from '../../ui/field.js';
import { NetworkIcon } from '../../ui/network-icon.js';
import { type EffortRefusal, MANY_HOURS, type WrittenEffort } from './effort-draft.js';

interface EffortRowProps {
  name: string;
  network: string;
  month: EffortMonth | undefined;
  written: WrittenEffort;
  refusal: EffortRefusal | undefined;
  /** Told the one field that was written in. */
  onChange: (field: Partial<WrittenEffort>) => void;
}

export function EffortRow({ name, network, month, written, refusal, onChange }: EffortRowProps): ReactNode {
  const { t, write, locale } = useTranslation();
  const ofPosts = month?.eurosOfPosts.reduce((sum, { euros }) => sum + euros, 0) ?? 0;
  return (
    <li><div className="effort-row" role="group" aria-label={name}>
      <p className="effort-channel"><NetworkIcon network={network} /><b>{name}</b></p>
      <TextField
        label={t('effort.hours')} value={written.hours} inputMode="text" autoComplete="off" maxLength={20} placeholder={t('effort.hours.example')}
        onChange={(event) => { onChange({ hours: event.target.value }); }}
        refusal={refusal === 'hours' ? t('effort.hours.refused') : refusal === 'many' ? t('effort.hours.many', { hours: writeHours(MANY_HOURS, locale) }) : undefined}
      />
      <TextField
        label={t('effort.euros')} value={written.euros} inputMode="decimal" autoComplete="off" maxLength={20}
        onChange={(event) => { onChange({ euros: event.target.value }); }}
        hint={ofPosts > 0 ? t('effort.euros.posts', { euros: write.number(ofPosts, 2), posts: month?.eurosOfPosts.length ?? 0 }) : undefined}
        refusal={refusal === 'euros' ? t('effort.euros.refused') : undefined}
      />
    </div></li>
  );
}
