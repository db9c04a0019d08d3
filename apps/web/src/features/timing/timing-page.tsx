import { timingTitle, timingWords, type Channel, type ChannelOutlook, type NamedOutlook, type Network } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels, useNetworks } from '../../api/organisation.queries.js';
import { useOutlooks } from '../../api/outlook.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { ChannelTabs, nameAmong } from '../../ui/channel-tabs.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { saySpan } from '../../ui/say-span.js';
import { EmptyState } from '../../ui/states.js';
import { useChannel } from '../../ui/use-channel.js';
import { EveningBelief } from './evening-belief.js';
import { OneChannel } from './one-channel.js';
import './timing.css';

/** When a channel's posts reach people: what its figures bear, and what they do not. */
export function TimingPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name } = useCurrentOrganisation();
  const title = t('timing.document');
  useDocumentTitle(title, name);
  const channels = useChannels(slug);
  return <QueryView query={channels} heading={title}>{(own) => (own.length === 0 ? <NoChannel /> : <WithOutlooks channels={own} />)}</QueryView>;
}

/** The title names the network: it is not drawn before that name is known. */
function WithOutlooks({ channels }: { channels: readonly Channel[] }): ReactNode {
  const { t } = useTranslation();
  const outlooks = useOutlooks();
  const networks = useNetworks();
  const title = t('timing.document');
  return (
    <QueryView query={networks} heading={title}>
      {(known) => <QueryView query={outlooks} heading={title}>{(said) => <Channels channels={channels} named={nameOutlooks(channels, said, known)} />}</QueryView>}
    </QueryView>
  );
}

function NoChannel(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  return (
    <EmptyState
      heading={<PageHeading>{t('timing.empty.title')}</PageHeading>}
      action={<ButtonLink kind="act" to={`/o/${slug}/donnees/importer`}>{t('timing.empty.do')}</ButtonLink>}
    >
      {t('timing.empty.text')}
    </EmptyState>
  );
}

function Channels({ channels, named }: { channels: readonly Channel[]; named: readonly NamedOutlook[] }): ReactNode {
  const translation = useTranslation();
  const { t, locale } = translation;
  const channel = useChannel(channels);
  if (channel === null) return null;
  const shown = named.find(({ outlook }) => outlook.channelId === channel.id);
  return (
    <>
      <div className="page-title timing-title" aria-live="polite"><PageHeading>{shown === undefined ? t('timing.document') : timingTitle(shown, timingWords(locale))}</PageHeading></div>
      <ChannelTabs channels={channels} chosen={channel.id}>{shown !== undefined && saySpan(shown.outlook.basis, translation)}</ChannelTabs>
      {shown === undefined ? <p className="timing-not-yet">{t('timing.notYet')}</p> : <OneChannel key={channel.id} named={shown} channel={channel} />}
      {named.length > 0 && <EveningBelief named={named} />}
    </>
  );
}

/** The outlooks in the order of the channels, each with the name that tells it from the others. */
function nameOutlooks(channels: readonly Channel[], outlooks: readonly ChannelOutlook[], networks: readonly Network[]): NamedOutlook[] {
  return channels.flatMap((channel) => {
    const outlook = outlooks.find(({ channelId }) => channelId === channel.id);
    const isOnlyOfNetwork = channels.filter(({ network }) => network === channel.network).length === 1;
    return outlook === undefined ? [] : [{ outlook, name: nameAmong(channel, channels, networks), isOnlyOfNetwork }];
  });
}
