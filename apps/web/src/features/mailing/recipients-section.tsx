import { localDay, type ReportRecipient } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useAddRecipient, useRemoveRecipient } from '../../api/mailing.queries.js';
import { useOwnClock } from '../../api/own-clock.js';
import { sayWhen } from '../../format/instants.js';
import { languages } from '../../locales/languages.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { fieldRefusal } from '../../ui/failure.js';
import { SelectField, TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { EmptyState } from '../../ui/states.js';
import { SureButton } from '../../ui/sure-button.js';
import { useToast } from '../../ui/toast.js';
import { useRowFocus } from '../../ui/use-row-focus.js';

/** Who receives the report, where the last mail to each stands, and the way to add one. */
export function RecipientsSection({ recipients }: { recipients: readonly ReportRecipient[] }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const remove = useRemoveRecipient();
  const { box, listeners } = useRowFocus<HTMLElement>(recipients.map(({ id }) => id));
  const onRemove = ({ id, email }: ReportRecipient): void => { remove.mutateAsync(id).then(() => { toast(t('mailing.removed', { email })); }, () => undefined); };
  return (
    <section ref={box} {...listeners} className="section" aria-labelledby="mailing-recipients">
      <header><h2 id="mailing-recipients" tabIndex={-1}>{t('mailing.recipients')}</h2><p>{t('mailing.recipients.text')}</p></header>
      <FormFailure error={remove.error} />
      {recipients.length === 0
        ? <EmptyState title={t('mailing.empty')}>{t('mailing.empty.text')}</EmptyState>
        : <ul className="line-list" aria-labelledby="mailing-recipients">{recipients.map((one) => <Recipient key={one.id} recipient={one} isBusy={remove.isPending} onRemove={() => { onRemove(one); }} />)}</ul>}
      <AddForm />
    </section>
  );
}

function Recipient({ recipient: { email, language, stoppedAt, mail }, isBusy, onRemove }: { recipient: ReportRecipient; isBusy: boolean; onRemove: () => void }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { timeZone } = useCurrentOrganisation();
  const clock = useOwnClock();
  const standing = mail === null ? t('mailing.none') : t(`people.mail.${mail.state}`, { when: sayWhen(mail.at, { ...clock, translation }), answer: mail.answer ?? '' });
  return (
    <li data-row>
      <div>
        <b>{email}</b>
        <small>{languages.find(({ value }) => value === language)?.label ?? language}</small>
        <small>{stoppedAt === null ? standing : t('mailing.stopped', { day: write.longDay(localDay(new Date(stoppedAt), timeZone)) })}</small>
      </div>
      <div className="row"><SureButton label={t('mailing.remove')} ariaLabel={t('mailing.removeOf', { email })} sure={t('mailing.removeSure')} isBusy={isBusy} onSure={onRemove} /></div>
    </li>
  );
}

function AddForm(): ReactNode {
  const { t, locale } = useTranslation();
  const toast = useToast();
  const add = useAddRecipient();
  const [isWrong, setWrong] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const email = String(data.get('email')).trim();
    setWrong(!form.checkValidity());
    if (!form.checkValidity()) return;
    const language = languages.find(({ value }) => value === data.get('language'))?.value ?? locale;
    add.mutateAsync({ email, language }).then(() => { form.reset(); toast(t('mailing.added', { email })); }, () => undefined);
  };
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      <FormFailure error={add.error} />
      <TextField label={t('mailing.email')} name="email" type="email" maxLength={254} autoComplete="off" required refusal={isWrong ? t('people.invite.email.wrong') : fieldRefusal(add.error, 'email')} />
      <SelectField label={t('mailing.language')} name="language" defaultValue={locale} choices={languages} />
      <Button type="submit" isBusy={add.isPending}>{t('mailing.add')}</Button>
    </form>
  );
}
