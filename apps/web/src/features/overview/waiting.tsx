import { adviceWords, NEEDED, sayWhen, type AdviceWords, type ChannelOutlook, type Recommendation } from '@portee/shared';
import type { ReactNode } from 'react';
import { useEvidence, useLatestPosts } from '../../api/outlook.queries.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { FewNotes } from '../../ui/advice/few-notes.js';

interface WaitingProps { outlook: ChannelOutlook; record: Recommendation }

/** What there is while there is not enough: the posts themselves, how they are spread, and one thing to try meanwhile. */
export function Waiting({ outlook, record }: WaitingProps): ReactNode {
  if (record.reason === 'channel-too-small') return <SmallChannel outlook={outlook} />;
  return record.reason === 'too-few-posts' && record.posts > 0 && record.posts < NEEDED.posts ? <FewOfLevel record={record} /> : null;
}

function FewOfLevel({ record }: { record: Recommendation }): ReactNode {
  const evidence = useEvidence(record.id, true);
  const rates = evidence.data?.posts.toReversed().map(({ rate }) => rate) ?? [];
  return rates.length === 0 ? null : <FewNotes rates={rates} needed={NEEDED.posts} />;
}

function SmallChannel({ outlook }: { outlook: ChannelOutlook }): ReactNode {
  const translation = useTranslation();
  const { t, locale } = translation;
  const words = adviceWords(locale);
  const posts = useLatestPosts(outlook.channelId, outlook.basis.posts > 0);
  const judged = posts.data?.items.filter(({ ineligible, paid, localDay }) => ineligible === null && paid !== true && localDay >= outlook.basis.from) ?? [];
  const rates = judged.toReversed().flatMap(({ reachRate }) => reachRate ?? []);
  const [one, other] = momentsToTry(outlook);
  return (
    <>
      {rates.length > 0 && <FewNotes rates={rates} needed={NEEDED.channelPosts} />}
      {sayCounts(outlook, { words, translation }).map((sentence) => <p key={sentence}>{sentence}</p>)}
      <p>{t('lessons.experiment', { one: sayWhen({ dimension: 'hour_band', level: one }, words), other: sayWhen({ dimension: 'hour_band', level: other }, words) })}</p>
    </>
  );
}

/** The two moments with most posts; where there is but one, the evening or the morning beside it. */
function momentsToTry({ records }: ChannelOutlook): [string, string] {
  const used = records.filter(({ dimension, posts, level }) => dimension === 'hour_band' && posts > 0 && level !== null).toSorted((a, b) => b.posts - a.posts).flatMap(({ level }) => level ?? []);
  const one = used[0] ?? 'morning';
  return [one, used[1] ?? (one === 'evening' ? 'morning' : 'evening')];
}

/** « Par moment : 7 le matin et 5 en début de soirée. » */
function sayCounts({ records }: ChannelOutlook, { words, translation: { t, write } }: { words: AdviceWords; translation: Translation }): string[] {
  return (['hour_band', 'format'] as const).flatMap((dimension) => {
    const known = records.filter((record) => record.dimension === dimension && record.posts > 0 && record.level !== null).toSorted((a, b) => b.posts - a.posts);
    const counts = known.map((record) => t('lessons.count', { posts: record.posts, when: sayWhen(record, words) }));
    return counts.length === 0 ? [] : [t(`lessons.counts.${dimension}`, { list: write.list(counts) })];
  });
}
