import { localDay, type Member, type Role, roles } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Select } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { SureButton } from '../../ui/sure-button.js';
import { useToast } from '../../ui/toast.js';
import { useRowFocus } from '../../ui/use-row-focus.js';
import { useChangeRole, useRemoveMember } from './people.queries.js';
import { readRole, roleChoices } from './say-role.js';

/** Everybody who has a place, longest there first. */
export function MembersSection({ members, manages }: { members: readonly Member[]; manages: boolean }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const changeRole = useChangeRole();
  const remove = useRemoveMember();
  const { box, listeners } = useRowFocus<HTMLElement>(members.map(({ id }) => id));
  const onRole = ({ id, name, role: before }: Member, role: Role): void => {
    remove.reset();
    changeRole.mutate({ id, role }, { onSuccess: () => { toast(t('people.roleChanged', { name, role: t(`role.${role}`) }), () => { changeRole.mutate({ id, role: before }); }); } });
  };
  const onRemove = ({ id, name }: Member): void => {
    changeRole.reset();
    remove.mutate(id, { onSuccess: () => { toast(t('people.removed', { name })); } });
  };
  return (
    <section ref={box} {...listeners} className="section" aria-labelledby="people-members">
      <header><h2 id="people-members" tabIndex={-1}>{t('people.members')}</h2><p>{t(manages ? 'people.members.text' : 'people.members.read')}</p></header>
      <FormFailure error={changeRole.error ?? remove.error} />
      <ul className="line-list">
        {members.map((member) => (
          <li key={member.id} data-row>
            <MemberName member={member} />
            <div className="row">
              {manages ? <Select label={t('people.roleOf', { name: member.name })} value={member.role} choices={roleChoices(t)} disabled={changeRole.isPending} onChange={({ target }) => { onRole(member, readRole(target.value)); }} /> : <span>{t(`role.${member.role}`)}</span>}
              {manages && !member.isYou && <SureButton label={t('people.remove')} ariaLabel={t('people.removeOf', { name: member.name })} sure={t('people.removeSure')} isBusy={remove.isPending} onSure={() => { onRemove(member); }} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function MemberName({ member: { name, email, since, isYou } }: { member: Member }): ReactNode {
  const { t, write } = useTranslation();
  const { timeZone } = useCurrentOrganisation();
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
