import type { HolidayPeriod } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';

const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2100-12-31';
type Refusal = 'unnamed' | 'missing' | 'outside' | 'reversed';

/** One more period. */
export function HolidayForm({ isBusy, onAdd }: { isBusy: boolean; onAdd: (period: HolidayPeriod) => void }): ReactNode {
  const { t } = useTranslation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const period = { name: String(fields.get('name')).trim(), from: String(fields.get('from')), to: String(fields.get('to')) };
    const refused = refuse(period);
    setRefusal(refused);
    if (refused !== null) return;
    onAdd(period);
    form.reset();
  };
  const saidOf = (...reasons: Refusal[]): string | undefined => (refusal !== null && reasons.includes(refusal) ? t(`analysis.holidays.${refusal}`) : undefined);
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      <TextField label={t('analysis.holidays.name')} name="name" maxLength={80} autoComplete="off" refusal={saidOf('unnamed')} />
      <div className="analysis-days">
        <TextField label={t('analysis.holidays.from')} name="from" type="date" min={FIRST_DAY} max={LAST_DAY} refusal={saidOf('missing', 'outside')} />
        <TextField label={t('analysis.holidays.to')} name="to" type="date" min={FIRST_DAY} max={LAST_DAY} refusal={saidOf('reversed')} />
      </div>
      <Button type="submit" isBusy={isBusy}>{t('analysis.holidays.add')}</Button>
    </form>
  );
}

function refuse({ name, from, to }: HolidayPeriod): Refusal | null {
  if (name === '') return 'unnamed';
  if (from === '' || to === '') return 'missing';
  if (from < FIRST_DAY || to > LAST_DAY) return 'outside';
  return from > to ? 'reversed' : null;
}
