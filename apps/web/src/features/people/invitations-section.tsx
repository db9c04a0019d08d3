import { INVITATION_DAYS, type Invitation, type NewInvitation } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useSession } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { fieldRefusal } from '../../ui/failure.js';
import { SelectField, TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { Notice } from '../../ui/notice.js';
import { SecretAddress } from '../../ui/secret-address.js';
import { useRowFocus } from '../../ui/use-row-focus.js';
import { AwaitedList } from './awaited-list.js';
import { useInvite, useRenewInvitation, useTakeBackInvitation } from './people.queries.js';
import { readRole, roleChoices } from './say-role.js';

/** Inviting somebody, and who is awaited. A mail carries the link to an address; otherwise it is shown once: whoever has it comes in. */
export function InvitationsSection({ invitations }: { invitations: readonly Invitation[] }): ReactNode {
  const { t } = useTranslation();
  const sendsMail = useSession().data?.sendsMail === true;
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
      <header><h2 id="people-invite" tabIndex={-1}>{t('people.invite')}</h2><p>{t(sendsMail ? 'people.invite.text.mail' : 'people.invite.text', { days: INVITATION_DAYS })}</p></header>
      <form className="form" onSubmit={onSubmit} noValidate>
        <FormFailure error={invite.error ?? renew.error ?? takeBack.error} />
        <TextField label={t('people.invite.email')} hint={t('people.invite.email.hint')} name="email" type="email" maxLength={254} autoComplete="off" refusal={isWrong ? t('people.invite.email.wrong') : fieldRefusal(invite.error, 'email')} />
        <SelectField label={t('people.invite.role')} hint={t('people.invite.role.hint')} name="role" defaultValue="contributor" choices={roleChoices(t)} />
        <Button kind="act" type="submit" isBusy={invite.isPending}>{t(sendsMail ? 'people.invite.act.mail' : 'people.invite.act')}</Button>
      </form>
      {told !== null && <Told key={told.id} invitation={told} />}
      {invitations.length > 0 && <AwaitedList invitations={invitations} isBusy={renew.isPending || takeBack.isPending} onRenew={onRenew} onTakeBack={onTakeBack} />}
    </section>
  );
}

/** The link to hand over, or for whom a mail carries it. */
function Told({ invitation: { email, link } }: { invitation: NewInvitation }): ReactNode {
  const { t } = useTranslation();
  if (link === null) return <Notice isLive>{t('people.invited', { email: email ?? '' })}</Notice>;
  return <SecretAddress key={link} address={link} label={email === null ? t('people.link') : t('people.linkFor', { email })} hint={t('people.link.hint')} />;
}
