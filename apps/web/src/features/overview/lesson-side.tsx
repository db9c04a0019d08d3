import type { Recommendation } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { CHANNEL_PARAMETER } from '../../ui/use-channel.js';

/** Where a thing can be looked at more closely: its page with the channel chosen. */
export function LessonSide({ record }: { record: Recommendation }): ReactNode {
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
