import { may, type Recommendation } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { TestLink } from '../../ui/advice/test-link.js';
import { useTesting } from '../../ui/advice/use-testing.js';
import { ButtonLink } from '../../ui/button.js';
import { CHANNEL_PARAMETER } from '../../ui/use-channel.js';

interface LessonSideProps {
  record: Recommendation;
  /** Local day on which it entered the plan; null: it is not in it. */
  since: string | null;
}

/** What to do with a thing, or since when it is done, and where it can be looked at more closely. */
export function LessonSide({ record, since }: LessonSideProps): ReactNode {
  const { t, write } = useTranslation();
  const { slug, role } = useCurrentOrganisation();
  const { underWay, mayBegin } = useTesting(record);
  const isToDecide = underWay === null && !mayBegin && (record.verdict === 'do_more' || record.verdict === 'do_less' || record.verdict === 'test');
  return (
    <>
      {since !== null ? <p className="note">{t('lessons.planned', { day: write.shortDay(since) })}</p> : isToDecide && <ButtonLink to={`/o/${slug}/plan`}>{t(may(role, 'managePlan') ? 'lessons.go.decide' : 'lessons.go.plan')}</ButtonLink>}
      <TestLink record={record} />
      <CloserLook record={record} />
    </>
  );
}

/** Its page with the channel chosen. */
function CloserLook({ record }: { record: Recommendation }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const { dimension, channelId, level, verdict } = record;
  const channel = `${CHANNEL_PARAMETER}=${encodeURIComponent(channelId)}`;
  if (record.reason === 'no-reach' || level === null || verdict === 'not_enough_data') {
    const format = dimension === 'format' && level !== null ? `&format=${encodeURIComponent(level)}` : '';
    return <ButtonLink to={`/o/${slug}/publications?${channel}${format}`}>{t('lessons.go.posts')}</ButtonLink>;
  }
  if (dimension === 'hour_band' || dimension === 'weekday') return <ButtonLink to={`/o/${slug}/jours-et-heures?${channel}`}>{t('lessons.go.moments')}</ButtonLink>;
  if (dimension === 'format' || dimension === 'share_oriented' || dimension === 'rendezvous') return <ButtonLink to={`/o/${slug}/partages?${channel}`}>{t('lessons.go.sharing')}</ButtonLink>;
  return <ButtonLink to={`/o/${slug}/publications?${channel}`}>{t('lessons.go.posts')}</ButtonLink>;
}
