import { may, reportLinkDays } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useShareReport } from '../../api/report-links.queries.js';
import { languages } from '../../locales/languages.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SelectField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { SecretAddress } from '../../ui/secret-address.js';

const USUAL_DAYS = 30;

/** Making a link to the month for people without an account. */
export function ShareReport({ month }: { month: string }): ReactNode {
  const { t, write } = useTranslation();
  const { role } = useCurrentOrganisation();
  const [isOpen, setOpen] = useState(false);
  if (!may(role, 'shareReports')) return null;
  return (
    <>
      <Button onClick={() => { setOpen(true); }}>{t('report.share')}</Button>
      <Dialog title={t('report.share.title', { month: write.monthAndYear(month) })} isOpen={isOpen} onClose={() => { setOpen(false); }}>
        <ShareForm month={month} />
      </Dialog>
    </>
  );
}

function ShareForm({ month }: { month: string }): ReactNode {
  const { t, write, locale } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const share = useShareReport();
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = new FormData(event.currentTarget);
    const language = languages.find(({ value }) => value === read.get('language'))?.value ?? locale;
    share.mutate({ month, days: Number(read.get('days')), language });
  };
  return (
    <>
      <form className="form" onSubmit={onSubmit} noValidate>
        <FormFailure error={share.error} />
        <p>{t('report.share.text')}</p>
        <SelectField label={t('report.share.days')} name="days" defaultValue={USUAL_DAYS} choices={reportLinkDays.map((days) => ({ value: String(days), label: t('report.share.forDays', { days }) }))} />
        <SelectField label={t('report.share.language')} name="language" defaultValue={locale} choices={languages} />
        <Button kind="act" type="submit" isBusy={share.isPending}>{t('report.share.make')}</Button>
      </form>
      {share.data !== undefined && <SecretAddress key={share.data.link} address={share.data.link} label={t('report.share.link', { day: write.longDay(share.data.lastDay) })} hint={t('report.share.link.hint')} />}
      <p className="small"><Link to={`/o/${slug}/rapport/liens`}>{t('report.share.all')}</Link></p>
    </>
  );
}
