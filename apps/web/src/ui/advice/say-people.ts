import { peoplePerHundred } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

type Words = Pick<Translation, 't' | 'write'>;

/** « 8 personnes pour 100 abonnés » */
export function sayPeople(rate: number, { t }: Words): string {
  const { people, words } = peoplePerHundred(rate);
  return words === 'less-than-one' ? t('evidence.people.less') : t('evidence.people', { people });
}

/** « 8 pour 100 »: beside a post. */
export function sayPeopleShort(rate: number, { t, write }: Words): string {
  return peoplePerHundred(rate).words === 'less-than-one' ? t('evidence.people.short.less') : t('evidence.people.short', { people: write.people(rate) });
}
