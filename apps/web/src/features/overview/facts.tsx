import type { ChannelReport, ExplainedWord } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { Explain } from '../../ui/explain.js';
import { sayPeriod } from './headline-words.js';

interface Fact { name: string; text: string; word: ExplainedWord }

/** What stands behind the headline, each fact with its meaning beside it. */
export function Facts({ main }: { main: ChannelReport }): ReactNode {
  const translation = useTranslation();
  return (
    <dl className="facts" aria-label={translation.t('overview.facts')}>
      {factsOf(main, translation).map(({ name, text, word }) => <div key={name}><dt>{name} <Explain word={word} what={name} /></dt><dd>{text}</dd></div>)}
    </dl>
  );
}

function factsOf(main: ChannelReport, { t, write }: Translation): Fact[] {
  const { headline, viewsFromFollowers, followersReached28Days } = main;
  const { low, high, posts } = headline.figure;
  return [
    ...(viewsFromFollowers === null ? [] : [{ word: 'viewsFromFollowers' as const, name: t('overview.fact.views', { share: write.percent(viewsFromFollowers.share) }), text: t('overview.fact.views.text') }]),
    ...(followersReached28Days === null ? [] : [{ word: 'reached28' as const, name: t('overview.fact.28days', { people: write.people(followersReached28Days.rate) }), text: t('overview.fact.28days.text') }]),
    { word: 'typical', name: t('overview.fact.posts', { posts }), text: t(`overview.fact.posts.${headline.basis}`, { posts, period: sayPeriod(headline, { t, write }) }) },
    ...(low === null || high === null ? [] : [{ word: 'range' as const, name: t('overview.fact.range', { low: write.exactPeople(low), high: write.exactPeople(high) }), text: t('overview.fact.range.text') }]),
    ...followersFact(main, { t, write }),
    ...(headline.followersEstimated ? [{ word: 'followers' as const, name: t('overview.fact.estimated'), text: t('overview.fact.estimated.text') }] : []),
  ];
}

function followersFact({ followers }: ChannelReport, { t, write }: Pick<Translation, 't' | 'write'>): Fact[] {
  if (followers === null) return [];
  const { count, change, day } = followers;
  const name = t('overview.fact.followers', { count, followers: write.number(count, 0) });
  const values = { day: write.shortDay(day), change: write.number(Math.abs(change ?? 0), 0) };
  if (change === null) return [{ word: 'followers', name, text: t('overview.fact.followers.alone', values) }];
  const direction = change === 0 ? 'same' : change > 0 ? 'more' : 'fewer';
  return [{ word: 'followers', name, text: t(`overview.fact.followers.${direction}`, values) }];
}
