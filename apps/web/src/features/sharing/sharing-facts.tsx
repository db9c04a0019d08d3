import { passedOnWords, sayRatio, type ChannelPassedOn, type ExplainedWord } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { Explain } from '../../ui/explain.js';

const explained: Record<string, ExplainedWord | undefined> = { ratio: 'ratio', rate: 'shareRate', posts: 'counted', cut: 'seam' };

interface Fact { key: string; name: string; text: string }

/** How much is passed on, by those who like and by those who see, and on what it rests. */
export function SharingFacts({ data }: { data: ChannelPassedOn }): ReactNode {
  const translation = useTranslation();
  return (
    <dl className="sharing-facts" aria-label={translation.t('sharing.facts')}>
      {factsOf(data, translation).map(({ key, name, text }) => <div key={key} data-fact={key}><dt>{name}{explained[key] !== undefined && <> <Explain word={explained[key]} what={name} /></>}</dt><dd>{text}</dd></div>)}
    </dl>
  );
}

function factsOf(data: ChannelPassedOn, translation: Translation): Fact[] {
  const { t, write } = translation;
  const { posts, paid, unknown } = data.whole;
  return [
    ratioFact(data, translation), ...rateFact(data, translation),
    { key: 'posts', name: t('sharing.fact.posts', { posts }), text: [t('sharing.fact.posts.text'), ...(paid > 0 ? [t('sharing.fact.paid', { paid })] : []), ...(unknown > 0 ? [t('sharing.fact.unknown', { unknown })] : [])].join(' ') },
    ...(data.cutAt === null ? [] : [{ key: 'cut', name: t('sharing.fact.cut', { day: write.longDay(data.cutAt) }), text: t('sharing.fact.cut.text') }]),
  ];
}

function ratioFact({ whole: { sharing: { shares, likes, sharesPerLike } } }: ChannelPassedOn, { t, locale }: Translation): Fact {
  const key = 'ratio';
  if (shares === null || likes === null) return { key, name: t('sharing.unknown'), text: t(shares === null ? 'sharing.fact.shares.unknown' : 'sharing.fact.likes.unknown') };
  if (sharesPerLike === null) return { key, name: t('sharing.unknown'), text: t('sharing.fact.ratio.few', { likes }) };
  return { key, name: t('sharing.fact.ratio', { ratio: sayRatio(sharesPerLike, passedOnWords(locale)), count: sharesPerLike * 100 }), text: t('sharing.fact.ratio.text', { shares, likes }) };
}

function rateFact({ whole: { shareRate, sharing } }: ChannelPassedOn, { t, write }: Translation): Fact[] {
  if (sharing.shares === null) return [];
  if (shareRate === null) return [{ key: 'rate', name: t('sharing.unknown'), text: t('sharing.fact.rate.unknown') }];
  return [{ key: 'rate', name: t('sharing.fact.rate', { people: write.exactPeople(shareRate), count: shareRate * 100 }), text: t('sharing.fact.rate.text') }];
}
