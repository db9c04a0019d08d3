import { type AuditEntry, roles } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

const ofAMonth: readonly AuditEntry['act'][] = ['month-closed', 'month-reopened', 'report-shared', 'report-link-taken-back', 'report-read-by-link'];

/** Who did it: a person, a program by the name of its key, the command line, or Portée by itself. */
export function sayActor({ kind, name }: AuditEntry['actor'], t: Translation['t']): string {
  if (kind === 'person') return name ?? t('journal.someone');
  if (kind === 'program') return name === null ? t('journal.program.gone') : t('journal.program', { name });
  return t(`journal.actor.${kind}`);
}

/** To whom or to what; a role and a month in words. Null: the act says it all. */
export function sayAbout({ act, person, subject }: AuditEntry, { t, write }: Pick<Translation, 't' | 'write'>): string | null {
  const parts = [person === null ? null : (person.name ?? t('journal.someone')), sayWhat(act, subject, { t, write })];
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join(' · ');
}

function sayWhat(act: AuditEntry['act'], subject: string | null, { t, write }: Pick<Translation, 't' | 'write'>): string | null {
  const role = roles.find((known) => known === subject);
  if (role !== undefined && (act === 'invited' || act === 'joined' || act === 'member-added' || act === 'role-changed')) return t(`role.${role}`);
  return subject !== null && ofAMonth.includes(act) ? write.monthAndYear(subject) : subject;
}
