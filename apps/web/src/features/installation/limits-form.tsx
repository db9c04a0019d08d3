import type { HostedOrganisation } from '@portee/shared';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { fieldRefusal } from '../../ui/failure.js';
import { TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { useToast } from '../../ui/toast.js';
import { useSetLimits } from './installation.queries.js';

const MEGABYTE = 1_000_000;

/** How many channels an organisation may have and how much it may hold; an empty field is no limit. */
export function LimitsForm({ organisation: { id, name, limits } }: { organisation: HostedOrganisation }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const set = useSetLimits(id);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = new FormData(event.currentTarget);
    const wanted = (field: string, unit: number): number | null => (String(read.get(field)).trim() === '' ? null : Math.round(Number(read.get(field)) * unit));
    set.mutateAsync({ limits: { channels: wanted('channels', 1), storageBytes: wanted('megabytes', MEGABYTE) } }).then(() => { toast(t('installation.limits.saved', { name })); }, () => undefined);
  };
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      <FormFailure error={set.error} />
      <TextField label={t('installation.limits.channels')} name="channels" type="number" min={1} step={1} inputMode="numeric" defaultValue={limits.channels ?? ''} refusal={fieldRefusal(set.error, 'limits.channels')} />
      <TextField label={t('installation.limits.megabytes')} hint={t('installation.limits.hint')} name="megabytes" type="number" min={1} step={1} inputMode="numeric" defaultValue={limits.storageBytes === null ? '' : limits.storageBytes / MEGABYTE} refusal={fieldRefusal(set.error, 'limits.storageBytes')} />
      <Button type="submit" isBusy={set.isPending}>{t('hosting.save')}</Button>
    </form>
  );
}
