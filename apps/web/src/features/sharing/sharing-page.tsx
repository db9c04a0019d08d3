import { passedOnWords, sayPlace, sharingTitle, timingWords, type Channel, type ChannelPassedOn } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels, useNetworks } from '../../api/organisation.queries.js';
import { useOutlooks } from '../../api/outlook.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Below } from '../../ui/below.js';
import { ButtonLink } from '../../ui/button.js';
import { ChannelTabs, nameAmong } from '../../ui/channel-tabs.js';
import { Failure } from '../../ui/failure.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { saySpan } from '../../ui/say-span.js';
import { EmptyState, LoadingState } from '../../ui/states.js';
import { useChannel } from '../../ui/use-channel.js';
import { CalledSection } from './called-section.js';
import { FormatsSection } from './formats-section.js';
import { MostShared } from './most-shared.js';
import { SeriesSection } from './series-section.js';
import { SharingFacts } from './sharing-facts.js';
import { type SharedChannel, SharingYear } from './sharing-year.js';
import { usePassedOn } from './sharing.queries.js';
import './sharing.css';

/** What gets passed on of a channel, and which formats do it. */
export function SharingPage(): ReactNode {
  const { t } = useTranslation();
  const { name, slug } = useCurrentOrganisation();
  useDocumentTitle(t('nav.sharing'), name);
  const channels = useChannels(slug);
  // Channels are called by them, in the heading too.
  const isNamed = useNetworks().isFetched;
  return <QueryView query={channels} heading={t('nav.sharing')}>{(known) => (isNamed ? <Chosen channels={known} /> : <><h1 className="visually-hidden">{t('nav.sharing')}</h1><LoadingState /></>)}</QueryView>;
}

function Chosen({ channels }: { channels: readonly Channel[] }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const channel = useChannel(channels);
  if (channel !== null) return <OfChannel channel={channel} channels={channels} />;
  return (
    <EmptyState heading={<PageHeading>{t('sharing.empty.title')}</PageHeading>} action={<ButtonLink kind="act" to={`/o/${slug}/donnees`}>{t('sharing.empty.do')}</ButtonLink>}>
      {t('sharing.empty.text')}
    </EmptyState>
  );
}

function OfChannel({ channel, channels }: { channel: Channel; channels: readonly Channel[] }): ReactNode {
  const translation = useTranslation();
  const { t, locale } = translation;
  const networks = useNetworks();
  const passedOn = usePassedOn(channel.id);
  const { data } = passedOn;
  const name = nameAmong(channel, channels, networks.data ?? []);
  const isOnlyOfNetwork = channels.filter(({ network }) => network === channel.network).length === 1;
  const place = sayPlace({ outlook: channel, name, isOnlyOfNetwork }, timingWords(locale));
  const isOther = passedOn.isPlaceholderData;
  const title = data === undefined || isOther || networks.isPending ? t('nav.sharing') : data === null ? t('sharing.none.title', { place }) : sharingTitle(place, data.whole, passedOnWords(locale));
  return (
    <div aria-busy={isOther}>
      <div className="page-title" aria-live="polite"><PageHeading>{title}</PageHeading></div>
      <ChannelTabs channels={channels} chosen={channel.id}>
        {data === undefined || data === null || isOther ? undefined : saySpan({ from: data.since, until: data.until }, translation)}
      </ChannelTabs>
      {passedOn.error !== null && data === undefined && <div className="query-failure"><Failure error={passedOn.error} onRetry={() => { void passedOn.refetch(); }} /></div>}
      {passedOn.isPending && <LoadingState />}
      {data !== undefined && <div className="sharing" data-stale={isOther}>{data === null || data.whole.posts === 0 ? <NoPosts /> : <Sections data={data} of={{ id: channel.id, name, observedAt: channel.observedAt }} />}</div>}
    </div>
  );
}

function NoPosts(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  return (
    <div className="state">
      <p>{t('sharing.none.text')}</p>
      <ButtonLink to={`/o/${slug}/donnees`}>{t('sharing.none.do')}</ButtonLink>
    </div>
  );
}

function Sections({ data, of }: { data: ChannelPassedOn; of: SharedChannel }): ReactNode {
  const outlook = useOutlooks().data?.find((one) => one.channelId === data.channelId) ?? null;
  // Where nobody says what is shared, a page must not read as if nothing were.
  const knowsShares = data.whole.sharing.shares !== null;
  return (
    <>
      <div className="sharing-top"><SharingFacts data={data} />{knowsShares && <SharingYear months={data.months} of={of} />}</div>
      <Below>
        <FormatsSection channelId={data.channelId} outlook={outlook} />
        {knowsShares && <CalledSection data={data} outlook={outlook} />}
        <SeriesSection series={data.series} outlook={outlook} />
        {knowsShares && <MostShared posts={data.mostShared} />}
      </Below>
    </>
  );
}
