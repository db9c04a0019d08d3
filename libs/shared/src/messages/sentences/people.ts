import { peoplePerHundred } from '../../metrics/people-per-hundred.js';
import type { SharedKey, Translator } from '../translator.js';

/** A reach rate in people: « 6 personnes », « moins d’une personne », « autant de personnes que d’abonnés, ou plus ». */
export function formatPeople(rate: number, t: Translator<SharedKey>): string {
  const { people, words } = peoplePerHundred(rate);
  return t(`people.${words}`, { people });
}
