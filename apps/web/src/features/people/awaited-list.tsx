import { type Invitation, localDay } from '@portee/shared';
import type { ReactNode } from 'react';
import { useOwnClock } from '../../api/own-clock.js';
import { sayWhen } from '../../format/instants.js';
import { useTranslation } from '../../locales/translation.js';
import { SureButton } from '../../ui/sure-button.js';

interface AwaitedProps { isBusy: boolean; onRenew: (id: string) => void; onTakeBack: (id: string) => void }

/** Who is awaited, latest first. */
export function AwaitedList({ invitations, ...ways }: AwaitedProps & { invitations: readonly Invitation[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <h3 id="people-awaited" className="people-awaited">{t('people.awaited')}</h3>
      <ul className="line-list" aria-labelledby="people-awaited">{invitations.map((one) => <AwaitedOne key={one.id} invitation={one} {...ways} />)}</ul>
    </>
  );
}

function AwaitedOne({ invitation: { id, email, role, invitedBy, createdAt, expiresAt, isOver, mail }, isBusy, onRenew, onTakeBack }: AwaitedProps & { invitation: Invitation }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const clock = useOwnClock();
  const when = (instant: string): string => sayWhen(instant, { ...clock, translation });
  const who = email ?? t('people.awaited.anyone');
  return (
    <li data-row>
      <div>
        <b>{who}</b>
        <small>{t(`role.${role}`)} · {invitedBy === null ? t('people.awaited.since', { when: when(createdAt) }) : t('people.awaited.by', { name: invitedBy, when: when(createdAt) })}</small>
        <small>{t(isOver ? 'people.awaited.over' : 'people.awaited.until', { day: translation.write.longDay(localDay(new Date(expiresAt), clock.timeZone)) })}</small>
        {mail !== null && <small>{t(`people.mail.${mail.state}`, { when: when(mail.at), answer: mail.answer ?? '' })}</small>}
      </div>
      <div className="row">
        <SureButton kind="ordinary" label={t(mail === null ? 'people.renew' : 'people.renew.mail')} ariaLabel={t('people.renewOf', { who })} sure={t(mail === null ? 'people.renewSure' : 'people.renewSure.mail')} isBusy={isBusy} onSure={() => { onRenew(id); }} />
        <SureButton label={t('people.takeBack')} ariaLabel={t('people.takeBackOf', { who })} sure={t('people.takeBackSure')} isBusy={isBusy} onSure={() => { onTakeBack(id); }} />
      </div>
    </li>
  );
}
