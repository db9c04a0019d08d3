import type { Channel, Collection, NetworkDescriptor } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels, useNetworks } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { BackLink } from '../../ui/back-link.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { NetworkIcon } from '../../ui/network-icon.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { LoadingState } from '../../ui/states.js';
import { useAnchor } from '../../ui/use-anchor.js';
import { CollectionSection } from './collection-section.js';
import { useCollections } from './collection.queries.js';
import { CollectionsUnread } from './collections-unread.js';
import { ConnectionSection } from './connection-section.js';
import { EditChannelDialog } from './edit-channel-dialog.js';
import { FollowersSection } from './followers-section.js';
import { MonthlySection } from './monthly-section.js';
import { RemoveChannel } from './remove-channel.js';
import { channelRemarks, sayFollowers, sayFreshness } from './say-channel.js';
import { sayState } from './say-collection.js';
import { UnpaidSection } from './unpaid-section.js';
import { useTelling } from './use-telling.js';
import './data.css';

/** One channel: what it is, and all that is typed in about it by hand. */
export function ChannelPage(): ReactNode {
  const { slug } = useCurrentOrganisation();
  const channels = useChannels(slug);
  const networks = useNetworks();
  return (
    <QueryView query={channels}>
      {(known) => <QueryView query={networks}>{(descriptors) => <KnownChannel channels={known} networks={descriptors} />}</QueryView>}
    </QueryView>
  );
}

function KnownChannel({ channels, networks }: { channels: readonly Channel[]; networks: readonly NetworkDescriptor[] }): ReactNode {
  const { channelId } = useParams();
  const channel = channels.find(({ id }) => id === channelId);
  const network = networks.find((known) => known.network === channel?.network);
  return channel === undefined || network === undefined ? <UnknownChannel /> : <OneChannel channel={channel} network={network} channels={channels} />;
}

function UnknownChannel(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  useDocumentTitle(t('notFound.title'));
  return (
    <div className="state">
      <PageHeading>{t('notFound.title')}</PageHeading>
      <ButtonLink kind="act" to={`/o/${slug}/donnees`}>{t('data.back')}</ButtonLink>
    </div>
  );
}

interface OneChannelProps { channel: Channel; network: NetworkDescriptor; channels: readonly Channel[] }

function OneChannel({ channel, network, channels }: OneChannelProps): ReactNode {
  const { t } = useTranslation();
  const organisation = useCurrentOrganisation();
  useDocumentTitle(channel.name, organisation.name);
  const collections = useCollections();
  const collection = collections.data?.find(({ channelId }) => channelId === channel.id);
  const now = new Date(collections.dataUpdatedAt);
  useAnchor();
  return (
    <>
      <ChannelHeading channel={channel} network={network} channels={channels} collection={collection} now={now} />
      {collections.isError && collections.data === undefined && <CollectionsUnread onRetry={() => { void collections.refetch(); }} />}
      {collections.isPending && !livesOnFiles(channel) && <LoadingState />}
      {collection !== undefined && <CollectionSection channel={channel} collection={collection} network={network.label} now={now} />}
      <FollowersSection channel={channel} />
      <MonthlySection channel={channel} network={network} />
      {network.hasPaidPush ? <UnpaidSection channel={channel} /> : <p className="section note quiet">{t('hand.unpaid.never')}</p>}
      <ConnectionSection channel={channel} network={network} />
      <div className="section"><RemoveChannel channel={channel} /></div>
    </>
  );
}

function ChannelHeading({ channel, network, channels, collection, now }: OneChannelProps & { collection: Collection | undefined; now: Date }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { slug, today } = useCurrentOrganisation();
  const telling = useTelling(network.label, now);
  const [isEditing, setEditing] = useState(false);
  const { id, name, followers, kind, posts } = channel;
  const parent = channels.find((known) => known.id === channel.parentChannelId) ?? null;
  const facts = [network.label, t(`data.kind.${kind}`), ...channelRemarks(channel, { network, parent, t }), collection === undefined ? sayFreshness(channel, { today, translation }) : sayState(collection, telling)];
  return (
    <div className="page-title">
      <BackLink to={`/o/${slug}/donnees`}>{t('data.back')}</BackLink>
      <PageHeading>
        {followers === null ? t('channel.title.noFollowers', { name }) : t('channel.title.followers', { name, followers: sayFollowers(followers.count, kind, t), day: write.shortDay(followers.day) })}
      </PageHeading>
      <p className="channel-facts"><NetworkIcon network={channel.network} /><span>{facts.join('\u00A0· ')}</span></p>
      <div className="row data-actions">
        <ButtonLink kind={livesOnFiles(channel) ? 'act' : 'ordinary'} to={`/o/${slug}/donnees/importer?canal=${id}`}>{t('data.import')}</ButtonLink>
        <Button onClick={() => { setEditing(true); }}>{t('channel.edit')}</Button>
        {posts > 0 && <ButtonLink kind="plain" to={`/o/${slug}/publications?canal=${id}`}>{t('channel.posts', { count: posts })}</ButtonLink>}
      </div>
      <EditChannelDialog channel={channel} network={network} channels={channels} isCollected={collection !== undefined} isOpen={isEditing} onClose={() => { setEditing(false); }} />
    </div>
  );
}

/** Whether somebody brings its figures in: the one thing to do on its page is to import a file. */
function livesOnFiles({ state }: Channel): boolean {
  return state === 'file' || state === 'hand';
}
