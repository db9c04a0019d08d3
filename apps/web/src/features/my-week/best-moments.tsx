import { isSureOf, type ChannelOutlook, type Recommendation } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels } from '../../api/organisation.queries.js';
import { useOutlooks } from '../../api/outlook.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { AdviceCard } from '../../ui/advice/advice-card.js';
import { QueryView } from '../../ui/query-view.js';
import { useChannelNames } from '../../ui/use-channel-names.js';

/** Hours and days on which the figures bear something; where they bear nothing, that. */
export function BestMoments(): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="section" aria-labelledby="week-moments">
      <header><h2 id="week-moments">{t('week.moments.title')}</h2></header>
      <QueryView query={useOutlooks()}>{(outlooks) => <Moments outlooks={outlooks} />}</QueryView>
    </section>
  );
}

function Moments({ outlooks }: { outlooks: readonly ChannelOutlook[] }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const channelName = useChannelNames(useChannels(slug).data ?? []);
  if (outlooks.every(({ basis }) => basis.posts === 0)) return <p>{t('week.moments.unknown')}</p>;
  const sure = outlooks.flatMap((outlook) => outlook.records.filter(isSureMoment).map((record) => ({ outlook, record })));
  return (
    <>
      {sure.length === 0 && <p>{t('week.moments.none')}</p>}
      {sure.map(({ outlook, record }) => <AdviceCard key={record.id} outlook={outlook} record={record} place={channelName(outlook.channelId)} />)}
      <p className="my-week-plan"><Link to={`/o/${slug}/jours-et-heures`}>{t('week.moments.all')}</Link></p>
    </>
  );
}

function isSureMoment(record: Recommendation): boolean {
  return (record.dimension === 'hour_band' || record.dimension === 'weekday') && isSureOf(record);
}
