import { localDay, type Member, type Role, roles } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useOwnClock } from '../../api/own-clock.js';
import { useTranslation } from '../../locales/translation.js';
import { Select } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { Notice } from '../../ui/notice.js';
import { SecretAddress } from '../../ui/secret-address.js';
import { SureButton } from '../../ui/sure-button.js';
import { useToast } from '../../ui/toast.js';
import { useRowFocus } from '../../ui/use-row-focus.js';
import { useChangeRole, useHelpWithPassword, useRemoveMember } from './people.queries.js';
import { readRole, roleChoices } from './say-role.js';

/** Everybody who has a place, longest there first. */
export function MembersSection({ members, manages }: { members: readonly Member[]; manages: boolean }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const changeRole = useChangeRole();
  const [remove, help] = [useRemoveMember(), useHelpWithPassword()];
  const [helped, setHelped] = useState<Helped | null>(null);
  const { box, listeners } = useRowFocus<HTMLElement>(members.map(({ id }) => id));
  const onRole = ({ id, name, role: before }: Member, role: Role): void => {
    remove.reset();
    changeRole.mutate({ id, role }, { onSuccess: () => { toast(t('people.roleChanged', { name, role: t(`role.${role}`) }), () => { changeRole.mutate({ id, role: before }); }); } });
  };
  const onRemove = ({ id, name }: Member): void => {
    changeRole.reset();
    remove.mutate(id, { onSuccess: () => { toast(t('people.removed', { name })); } });
  };
  const onHelp = (member: Member): void => {
    changeRole.reset();
    remove.reset();
    setHelped(null);
    help.mutateAsync(member.id).then(({ link }) => { setHelped({ name: member.name, address: link?.address ?? null }); }, () => undefined);
  };
  return (
    <section ref={box} {...listeners} className="section" aria-labelledby="people-members">
      <header><h2 id="people-members" tabIndex={-1}>{t('people.members')}</h2><p>{t(manages ? 'people.members.text' : 'people.members.read')}</p></header>
      <FormFailure error={changeRole.error ?? remove.error ?? help.error} />
      <ul className="line-list">
        {members.map((member) => (
          <li key={member.id} data-row>
            <MemberName member={member} />
            <div className="row">
              {manages ? <Select label={t('people.roleOf', { name: member.name })} value={member.role} choices={roleChoices(t)} disabled={changeRole.isPending} onChange={({ target }) => { onRole(member, readRole(target.value)); }} /> : <span>{t(`role.${member.role}`)}</span>}
              {manages && !member.isYou && <SureButton label={t('people.help')} ariaLabel={t('people.helpOf', { name: member.name })} sure={t('people.helpSure')} isBusy={help.isPending} onSure={() => { onHelp(member); }} />}
              {manages && !member.isYou && <SureButton label={t('people.remove')} ariaLabel={t('people.removeOf', { name: member.name })} sure={t('people.removeSure')} isBusy={remove.isPending} onSure={() => { onRemove(member); }} />}
            </div>
          </li>
        ))}
      </ul>
      {helped !== null && <HelpGiven {...helped} />}
    </section>
  );
}

interface Helped { name: string; address: string | null }

/** A link to hand over, or to whom a mail carries it. */
function HelpGiven({ name, address }: Helped): ReactNode {
  const { t } = useTranslation();
  if (address === null) return <Notice isLive>{t('people.helped', { name })}</Notice>;
  return <SecretAddress key={address} address={address} label={t('people.help.link', { name })} hint={t('people.help.hint')} />;
}

function MemberName({ member: { name, email, since, isYou } }: { member: Member }): ReactNode {
  const { t, write } = useTranslation();
  const { timeZone } = useOwnClock();
  const day = write.longDay(localDay(new Date(since), timeZone));
  return (
    <div>
      <b>{isYou ? t('people.you', { name }) : name}</b>
      <small>{email === null ? t('people.since', { day }) : t('people.addressSince', { email, day })}</small>
    </div>
  );
}

/** Whether this person is the only owner: what they cannot do then is said before they try. */
export function isOnlyOwner(members: readonly Member[]): boolean {
  const owners = members.filter(({ role }) => role === roles[0]);
  return owners.length === 1 && owners[0]?.isYou === true;
}
