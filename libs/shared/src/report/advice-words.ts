import type { Locale } from '../contract/primitives.contract.js';
import type { AdviceDimension, Recommendation } from '../contract/recommendation.contract.js';
import { perLanguage } from '../messages/per-language.js';
import { type AdviceKey, recommendationSentences } from '../messages/sentences/recommendation.js';
import { speaker, type Speak } from '../messages/speak.js';
import { writing, type Writing } from '../messages/writing.js';

/** Everything that recommendations say in one language. */
export interface AdviceWords {
  locale: Locale;
  say: Speak<AdviceKey>;
  write: Writing;
}

/** The words of a language. */
export const adviceWords = perLanguage((locale): AdviceWords => ({ locale, say: speaker(recommendationSentences, locale), write: writing(locale) }));

/** A level of a dimension, as records name it. */
export interface Level { dimension: Recommendation['dimension']; level: string | null }

const levelNames = [
  'morning', 'midday', 'afternoon', 'evening', 'night', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun',
  'photo', 'album', 'video', 'short_video', 'live', 'link', 'text', 'event', 'story', 'email', 'other',
] as const;
/** Dimensions that one does or does not: their level is `yes`. */
const yesOrNo = ['share_oriented', 'rendezvous', 'paid'] as const;
type LevelName = (typeof levelNames)[number] | (typeof yesOrNo)[number] | 'unknown';

/** « publications de début de soirée », « vidéos courtes » */
export function sayNoun(level: Level, { say }: AdviceWords): string {
  return say(`advice.noun.${nameOf(level)}`);
}

/** « en début de soirée », « le mardi », « avec des vidéos courtes »; of a yes-or-no dimension `no` is « sans inviter à partager ». */
export function sayWhen(level: Level, { say }: AdviceWords): string {
  const refused = yesOrNo.find((dimension) => dimension === level.dimension && level.level === 'no');
  return refused === undefined ? say(`advice.when.${nameOf(level)}`) : say(`advice.without.${refused}`);
}

/** « de 17 h à 21 h »; null for anything but a band of hours. */
export function sayHours({ dimension, level }: Level, { say, write }: AdviceWords): string | null {
  const hours = dimension === 'hour_band' && isBand(level) ? BAND_HOURS[level] : null;
  return hours === null ? null : say('advice.hours', { from: write.time(hours[0]), to: write.time(hours[1]) });
}

export function isChoice(dimension: Recommendation['dimension']): dimension is AdviceDimension {
  return dimension !== 'channel' && dimension !== 'trend' && dimension !== 'change_point';
}

const BAND_HOURS = {
  morning: ['06:00', '12:00'], midday: ['12:00', '14:00'], afternoon: ['14:00', '17:00'], evening: ['17:00', '21:00'], night: ['21:00', '06:00'],
} as const;

function isBand(level: string | null): level is keyof typeof BAND_HOURS {
  return level !== null && Object.hasOwn(BAND_HOURS, level);
}

function nameOf({ dimension, level }: Level): LevelName {
  return yesOrNo.find((name) => name === dimension) ?? levelNames.find((name) => name === level) ?? 'unknown';
}
