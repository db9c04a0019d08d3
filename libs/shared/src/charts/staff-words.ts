import { perLanguage } from '../messages/per-language.js';
import { chartSentences } from '../messages/sentences/charts.js';
import { speaker, type Speak } from '../messages/speak.js';
import { writing, type Writing } from '../messages/writing.js';
import { peoplePerHundred } from '../metrics/people-per-hundred.js';

/** The catalogue and the figures of one language, for everything a chart says. */
export interface StaffWords { say: Speak<keyof typeof chartSentences.fr>; write: Writing }

/** The words of a language. */
export const staffWords = perLanguage((locale): StaffWords => ({ say: speaker(chartSentences, locale), write: writing(locale) }));

/** « 6 pour 100 », « moins de 1 pour 100 » */
export function sayPeople({ say, write }: StaffWords, rate: number): string {
  return peoplePerHundred(rate).words === 'less-than-one' ? say('charts.lessThanOne') : say('charts.people', { people: write.people(rate) });
}

/** « 6 », « < 1 »: where there is room for the figure alone. */
export function sayPeopleShort({ say, write }: StaffWords, rate: number): string {
  return peoplePerHundred(rate).words === 'less-than-one' ? say('charts.lessThanOneShort') : write.people(rate);
}

/** « 6 », « moins de 1 »: inside a sentence that goes on with « pour 100 ». */
export function sayPeopleInline({ say, write }: StaffWords, rate: number): string {
  return peoplePerHundred(rate).words === 'less-than-one' ? say('charts.lessThanOneInline') : write.people(rate);
}
