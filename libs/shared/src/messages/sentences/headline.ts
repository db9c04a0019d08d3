import type { ChannelReport, Headline } from '../../contract/report.contract.js';
import { peoplePerHundred } from '../../metrics/people-per-hundred.js';
import { monthOf } from '../../time/period.js';
import { formatDay, formatMonth } from '../format-day.js';
import { formatPercent } from '../format-number.js';
import type { SharedKey, Translator } from '../translator.js';
import { formatPeople } from './people.js';

/** The headline in three pieces that follow each other; `people` is the one set in colour. */
export interface HeadlineWords {
  readonly before: string;
  /** « 6 personnes »; empty when there is no figure. */
  readonly people: string;
  readonly after: string;
}

/** « Pour 100 abonnés, une publication typique touche 6 personnes. » or, without a figure, why there is none. */
export function headlineSentence({ headline }: Pick<ChannelReport, 'headline'>, t: Translator<SharedKey>): string {
  const { before, people, after } = headlineWords(headline, t);
  return `${before}${people}${after}`;
}

/** The same sentence, cut around the number of people. */
export function headlineWords({ figure, reason }: Headline, t: Translator<SharedKey>): HeadlineWords {
  if (figure.median === null) return { before: t(`headline.${reason ?? 'too-few-posts'}`), people: '', after: '' };
  const people = formatPeople(figure.median, t);
  const sentence = t(`headline.${peoplePerHundred(figure.median).words}`, { people });
  const start = sentence.indexOf(people);
  return { before: sentence.slice(0, start), people, after: sentence.slice(start + people.length) };
}

/**
 * What must stand beside the headline: on which posts and months it rests, where it was cut, whether followers
 * are estimated, who the people reached are, and the 28 days where the network tells them.
 */
export function headlineNotes(report: Pick<ChannelReport, 'headline' | 'viewsFromFollowers' | 'followersReached28Days'>, t: Translator<SharedKey>): string[] {
  const { headline, viewsFromFollowers, followersReached28Days } = report;
  if (headline.figure.median === null) return [];
  return [
    t(`headline.counted.${headline.basis}`, { posts: headline.figure.posts }),
    ...(headline.months === 1 ? [] : [t('headline.window', { period: sayPeriod(headline, t) })]),
    ...(headline.cutAt === null ? [] : [t('headline.cut', { day: formatDay(headline.cutAt, t.locale) })]),
    ...(headline.followersEstimated ? [t('headline.estimated')] : []),
    viewsFromFollowers === null ? t('headline.not-all-followers') : t('headline.views-from-followers', { share: formatPercent(viewsFromFollowers.share, t.locale, 0) }),
    ...(followersReached28Days === null ? [] : [sayFollowersReached(followersReached28Days.rate, t)]),
  ];
}

function sayPeriod({ from, to, cutAt }: Headline, t: Translator<SharedKey>): string {
  if (cutAt !== null) return t('headline.period.cut', { first: formatDay(from, t.locale), last: formatDay(to, t.locale) });
  return t('headline.period', { first: formatMonth(monthOf(from), t.locale), last: formatMonth(monthOf(to), t.locale) });
}

/** These are followers, counted once over the span: not people reached by a post. */
function sayFollowersReached(rate: number, t: Translator<SharedKey>): string {
  return t('headline.28-days', { people: t('headline.28-days.followers', { people: peoplePerHundred(rate).people }) });
}
