import { LATEST_MAILING_DAY, type MailingMode, mailingModes, type ReportMailing } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useSetMailing } from '../../api/mailing.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { Segmented } from '../../ui/segmented.js';
import { useToast } from '../../ui/toast.js';

/** Whether the report leaves by itself, after a word, or not; and on which day. */
export function ScheduleSection({ mailing }: { mailing: ReportMailing }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const set = useSetMailing();
  const [mode, setMode] = useState<MailingMode>(mailing.mode);
  const [day, setDay] = useState(mailing.day);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    set.mutateAsync({ mode, day }).then(() => { toast(t('mailing.saved')); }, () => undefined);
  };
  const days = Array.from({ length: LATEST_MAILING_DAY }, (_, before) => ({ value: String(before + 1), label: t('mailing.dayNumber', { day: before + 1 }) }));
  return (
    <section className="section" aria-labelledby="mailing-when">
      <header><h2 id="mailing-when">{t('mailing.when')}</h2><p>{t('mailing.when.text')}</p></header>
      <form className="form" onSubmit={onSubmit}>
        <FormFailure error={set.error} />
        <Segmented<MailingMode> label={t('mailing.mode')} choices={mailingModes.map((value) => ({ value, label: t(`mailing.mode.${value}`) }))} value={mode} onChoose={setMode} />
        {mode !== 'off' && <SelectField label={t('mailing.day')} name="day" value={String(day)} choices={days} onChange={({ target }) => { setDay(Number(target.value)); }} />}
        <p>{t(`mailing.mode.${mode}.text`, { day })}</p>
        <Button kind="act" type="submit" isBusy={set.isPending}>{t('mailing.save')}</Button>
      </form>
    </section>
  );
}
