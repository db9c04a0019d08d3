import { peoplePerHundred } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';
import type { PostStanding } from './post-standing.js';

/** The page's title: the finding about this post. */
export function sayStandingTitle(standing: PostStanding, translation: Translation): string {
  const { t } = translation;
  switch (standing.kind) {
    case 'growing': return t('post.title.growing');
    case 'above': return t('post.title.above');
    case 'below': return t('post.title.below');
    case 'usual': return t('post.title.usual');
    case 'alone': return sayRateTitle(standing.rate, translation);
    case 'reach': return t('post.title.reach', { count: standing.reach });
    case 'unknown': return t('post.title.noReach');
  }
}

function sayRateTitle(rate: number, { t, write }: Translation): string {
  const { people, words } = peoplePerHundred(rate);
  if (words === 'less-than-one') return t('post.title.rate.less');
  return people === 1 ? t('post.title.rate.one') : t('post.title.rate', { people: write.people(rate) });
}

/** The comparison in figures; null where there is nothing to compare. */
export function sayStanding(standing: PostStanding, finalAgeDays: number, { t, write }: Translation): string | null {
  switch (standing.kind) {
    case 'growing': {
      const when = { days: finalAgeDays, day: write.longDay(standing.day) };
      return standing.rate === null ? t('post.standing.growing.plain', when) : t('post.standing.growing', { people: write.exactPeople(standing.rate), ...when });
    }
    case 'above':
    case 'below':
    case 'usual': {
      const { rate, median, low, high } = standing;
      return t('post.standing.compared', { people: write.exactPeople(rate), usual: write.exactPeople(median), low: write.exactPeople(low), high: write.exactPeople(high) });
    }
    case 'alone': return t('post.standing.noUsual');
    case 'unknown': return standing.day === null ? null : t('post.standing.othersGrowing', { days: finalAgeDays, day: write.longDay(standing.day) });
    case 'reach': return null;
  }
}
