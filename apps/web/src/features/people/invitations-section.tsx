import { INVITATION_DAYS, type Invitation, localDay, type NewInvitation } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { sayWhen } from '../../format/instants.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { fieldRefusal } from '../../ui/failure.js';
import { SelectField, TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { SecretAddress } from '../../ui/secret-address.js';
import { SureButton } from '../../ui/sure-button.js';
import { useRowFocus } from '../../ui/use-row-focus.js';
import { useInvite, useRenewInvitation, useTakeBackInvitation } from './people.queries.js';
import { readRole, roleChoices } from './say-role.js';

/** Inviting somebody, and who is awaited. The link is shown once: whoever has it comes in. */
export function InvitationsSection({ invitations }: { invitations: readonly Invitation[] }): ReactNode {
  const { t } = useTranslation();
  const [told, setTold] = useState<NewInvitation | null>(null);
  const [isWrong, setWrong] = useState(false);
  const [invite, renew, takeBack] = [useInvite(), useRenewInvitation(), useTakeBackInvitation()];
  const { box, listeners } = useRowFocus<HTMLElement>(invitations.map(({ id }) => id));
  const forget = (): void => { for (const one of [invite, renew, takeBack]) one.reset(); };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const email = String(data.get('email') ?? '').trim();
    setWrong(!form.checkValidity());
    if (!form.checkValidity()) return;
    forget();
    invite.mutate({ email: email === '' ? null : email, role: readRole(data.get('role')) }, { onSuccess: (made) => { setTold(made); form.reset(); } });
  };
  const onRenew = (id: string): void => { forget(); renew.mutate(id, { onSuccess: setTold }); };
  const onTakeBack = (id: string): void => { forget(); takeBack.mutate(id, { onSuccess: () => { setTold((shown) => (shown?.id === id ? null : shown)); } }); };
  return (
    <section ref={box} {...listeners} className="section" aria-labelledby="people-invite">
      <header><h2 id="people-invite" tabIndex={-1}>{t('people.invite')}</h2><p>{t('people.invite.text', { days: INVITATION_DAYS })}</p></header>
      <form className="form" onSubmit={onSubmit} noValidate>
        <FormFailure error={invite.error ?? renew.error ?? takeBack.error} />
        <TextField label={t('people.invite.email')} hint={t('people.invite.email.hint')} name="email" type="email" maxLength={254} autoComplete="off" refusal={isWrong ? t('people.invite.email.wrong') : fieldRefusal(invite.error, 'email')} />
        <SelectField label={t('people.invite.role')} hint={t('people.invite.role.hint')} name="role" defaultValue="contributor" choices={roleChoices(t)} />
        <Button kind="act" type="submit" isBusy={invite.isPending}>{t('people.invite.act')}</Button>
      </form>
      {told !== null && <SecretAddress key={told.link} address={told.link} label={told.email === null ? t('people.link') : t('people.linkFor', { email: told.email })} hint={t('people.link.hint')} />}
      {invitations.length > 0 && <Awaited invitations={invitations} isBusy={renew.isPending || takeBack.isPending} onRenew={onRenew} onTakeBack={onTakeBack} />}
    </section>
  );
}

interface AwaitedProps { isBusy: boolean; onRenew: (id: string) => void; onTakeBack: (id: string) => void }

function Awaited({ invitations, ...ways }: AwaitedProps & { invitations: readonly Invitation[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <h3 id="people-awaited" className="people-awaited">{t('people.awaited')}</h3>
      <ul className="line-list" aria-labelledby="people-awaited">{invitations.map((one) => <AwaitedOne key={one.id} invitation={one} {...ways} />)}</ul>
    </>
  );
}

function AwaitedOne({ invitation: { id, email, role, invitedBy, createdAt, expiresAt, isOver }, isBusy, onRenew, onTakeBack }: AwaitedProps & { invitation: Invitation }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { timeZone, today } = useCurrentOrganisation();
  const when = (instant: string): string => sayWhen(instant, { timeZone, today, translation });
  const who = email ?? t('people.awaited.anyone');
  return (
    <li data-row>
      <div>
        <b>{who}</b>
        <small>{t(`role.${role}`)} · {invitedBy === null ? t('people.awaited.since', { when: when(createdAt) }) : t('people.awaited.by', { name: invitedBy, when: when(createdAt) })}</small>
        <small>{t(isOver ? 'people.awaited.over' : 'people.awaited.until', { day: translation.write.longDay(localDay(new Date(expiresAt), timeZone)) })}</small>
      </div>
      <div className="row">
        <SureButton kind="ordinary" label={t('people.renew')} ariaLabel={t('people.renewOf', { who })} sure={t('people.renewSure')} isBusy={isBusy} onSure={() => { onRenew(id); }} />
        <SureButton label={t('people.takeBack')} ariaLabel={t('people.takeBackOf', { who })} sure={t('people.takeBackSure')} isBusy={isBusy} onSure={() => { onTakeBack(id); }} />
      </div>
    </li>
  );
}
