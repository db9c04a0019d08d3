import type { Locale } from '../contract/primitives.contract.js';
import type { ChannelReport, MonthlyReport } from '../contract/report.contract.js';
import { perLanguage } from '../messages/per-language.js';
import { provisionalSentences } from '../messages/sentences/provisional.js';
import { speaker } from '../messages/speak.js';
import { writing } from '../messages/writing.js';
import { localDay } from '../time/zone.js';
import { nameAmong } from './channel-name.js';

/** Beyond so many channels they are counted: the sentence stands at the head of pages. */
const MOST_NAMED = 4;

type Provisional = Pick<MonthlyReport, 'isProvisional' | 'isMonthOver' | 'channels'>;

/** What must be known of a month's figures: of a closed one the day they are of, of another why they may still move. Null: nothing. */
export function figuresSentence(report: Provisional & Pick<MonthlyReport, 'closed' | 'organisation'>, locale: Locale): string | null {
  if (report.closed === null) return provisionalSentence(report, locale);
  return speakerOf(locale)('provisional.closed', { day: writing(locale).longDay(localDay(new Date(report.closed.at), report.organisation.timeZone)) });
}

/**
 * Why the figures may still move: the month is not over, posts that are still growing (on which channel, how many, until
 * when; of many channels how many, and until when at the latest), or both. Null when the figures are final, or when there is nothing to count yet.
 */
export function provisionalSentence({ isProvisional, isMonthOver, channels }: Provisional, locale: Locale): string | null {
  if (!isProvisional || channels.length === 0) return null;
  const say = speakerOf(locale);
  const growing = channels.filter(({ volume }) => volume.growing > 0);
  if (growing.length === 0) return say('provisional.month');
  const posts = growing.reduce((sum, { volume }) => sum + volume.growing, 0);
  const places = growing.length > MOST_NAMED
    ? countPlaces(growing, locale)
    : growing.map((report) => sayPlace(report, { name: nameAmong(report, channels), isAlone: growing.length === 1, locale }));
  const sentence = say('provisional.posts', { posts, places: places.join(say('provisional.between')) });
  return say(isMonthOver ? 'provisional.growing' : 'provisional.both', { growing: sentence });
}

const speakerOf = perLanguage((locale) => speaker(provisionalSentences, locale));

/** « Facebook 3, jusqu’au 30 novembre »: the number is left out where there is but one channel to speak of. */
function sayPlace({ volume, growingUntil }: ChannelReport, { name, isAlone, locale }: { name: string; isAlone: boolean; locale: Locale }): string {
  const say = speakerOf(locale);
  const place = isAlone ? name : say('provisional.count', { name, posts: volume.growing });
  return growingUntil === null ? say('provisional.waiting', { place }) : say('provisional.until', { place, day: writing(locale).shortDay(growingUntil) });
}

/** « 12 canaux, jusqu’au 30 novembre au plus tard », and apart from these those whose date is not known. */
function countPlaces(growing: readonly ChannelReport[], locale: Locale): string[] {
  const say = speakerOf(locale);
  const days = growing.flatMap(({ growingUntil }) => growingUntil ?? []).toSorted();
  const [last, waiting] = [days.at(-1), growing.length - days.length];
  return [
    ...(last === undefined ? [] : [say('provisional.latest', { channels: days.length, day: writing(locale).shortDay(last) })]),
    ...(waiting === 0 ? [] : [say('provisional.waiting', { place: say('provisional.channels', { channels: waiting }) })]),
  ];
}
