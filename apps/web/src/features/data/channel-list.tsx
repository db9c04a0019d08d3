import type { Channel, Collection, NetworkDescriptor } from '@portee/shared';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { AlertIcon } from '../../ui/icons.js';
import { NetworkIcon } from '../../ui/network-icon.js';
import { RowAction } from './collection-actions.js';
import { CollectionCell, CollectionNews, CollectionWords } from './collection-cell.js';
import { urgencyOf } from './collection-need.js';
import { isOld, type Collections } from './data-state.js';
import { nestChannels, type NestedChannel } from './nest-channels.js';
import { channelRemarks, sayFollowers, sayFreshness } from './say-channel.js';
import { useTelling } from './use-telling.js';

export interface ChannelListProps {
  channels: readonly Channel[];
  networks: readonly NetworkDescriptor[];
  collections: Collections;
  /** When the collections were read. */
  now: Date;
  /** The channel whose trouble is told above the list. */
  toldAbove: string | null;
}

/** Every channel with its followers, its door and how it is doing; one that fails first, a sub-channel under the one it belongs to. */
export function ChannelList({ channels, networks, collections, now, toldAbove }: ChannelListProps): ReactNode {
  return (
    <ul className="channel-list">
      {nestChannels(channels, ({ id }) => urgencyOf(collections.get(id))).map((nested) => (
        <ChannelRow
          key={nested.channel.id} {...nested} network={networks.find(({ network }) => network === nested.channel.network)}
          collection={collections.get(nested.channel.id)} now={now} isToldAbove={nested.channel.id === toldAbove}
        />
      ))}
    </ul>
  );
}

type RowProps = NestedChannel & { network: NetworkDescriptor | undefined; collection: Collection | undefined; now: Date; isToldAbove: boolean };

function ChannelRow({ channel, parent, network, collection, now, isToldAbove }: RowProps): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const remarks = channelRemarks(channel, { network, parent, t });
  return (
    <li data-nested={parent !== null}>
      <div className="channel-name">
        <NetworkIcon network={channel.network} label={network?.label ?? channel.network} />
        <span>
          <Link to={`/o/${slug}/donnees/canaux/${channel.id}`}><Breakable name={channel.name} /></Link>
          {remarks.map((remark) => <small key={remark}>{remark}</small>)}
        </span>
      </div>
      <Followers channel={channel} collection={collection} />
      <div className="channel-door">
        <span>{t(collection === undefined ? `data.door.${channel.state}` : 'data.door.connected')}</span>
        <small>{channel.posts === 0 ? t('data.channel.noPosts') : t('data.channel.posts', { count: channel.posts })}</small>
      </div>
      {collection === undefined
        ? <><Freshness channel={channel} /><NextStep channel={channel} /></>
        : <CollectedRow channel={channel} collection={collection} network={network?.label ?? channel.network} now={now} isToldAbove={isToldAbove} />}
    </li>
  );
}

interface CollectedRowProps { channel: Channel; collection: Collection; network: string; now: Date; isToldAbove: boolean }

/** The rest of the row of a channel that is asked by itself. */
function CollectedRow({ channel, collection, network, now, isToldAbove }: CollectedRowProps): ReactNode {
  const telling = useTelling(network, now);
  return (
    <>
      <CollectionCell collection={collection} telling={telling} />
      {!isToldAbove && <CollectionWords collection={collection} telling={telling} />}
      <CollectionNews collection={collection} name={channel.name} telling={telling} />
      <RowAction channel={channel} collection={collection} />
    </>
  );
}

/** An address as a name (« @centre@mastodon.example ») breaks where its server begins. */
function Breakable({ name }: { name: string }): ReactNode {
  return name.split(/(?<=.)(?=@)/).map((part, place) => <Fragment key={`${String(place)} ${part}`}>{place > 0 && <wbr />}{part}</Fragment>);
}

function Followers({ channel: { followers, kind, posts }, collection }: { channel: Channel; collection: Collection | undefined }): ReactNode {
  const { t, write } = useTranslation();
  const { today } = useCurrentOrganisation();
  if (followers === null && collection?.isBackfilled === false) return <div className="channel-followers quiet">{t('collect.noFollowers')}</div>;
  if (followers === null) return <div className="channel-followers" data-missing={posts > 0}>{posts > 0 && <AlertIcon />}<span>{t('data.channel.noFollowers')}</span></div>;
  return (
    <div className="channel-followers">
      <span>{sayFollowers(followers.count, kind, t)}</span>
      <small>{t('data.channel.onDay', { day: followers.day.slice(0, 4) === today.slice(0, 4) ? write.shortDay(followers.day) : write.longDay(followers.day) })}</small>
    </div>
  );
}

function Freshness({ channel }: { channel: Channel }): ReactNode {
  const translation = useTranslation();
  const { today } = useCurrentOrganisation();
  const isBroken = channel.state === 'needs-reconnection';
  return (
    <div className="channel-fresh" data-missing={isBroken || isOld(channel, { today, collection: undefined })}>
      {isBroken && <AlertIcon />}
      <span>{sayFreshness(channel, { today, translation })}</span>
    </div>
  );
}

/** The one thing to do for this channel: the same pattern in every row, a different verb. */
function NextStep({ channel: { id, name, followers, posts, state } }: { channel: Channel }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const page = `/o/${slug}/donnees/canaux/${id}`;
  if (posts > 0 && followers === null) return <Link to={`${page}#abonnes`} aria-label={t('data.enterOf', { name })}>{t('data.enter')}</Link>;
  if (state === 'file') return <Link to={`/o/${slug}/donnees/importer?canal=${id}`} aria-label={t('data.importIntoOf', { name })}>{t('data.importInto')}</Link>;
  if (state === 'hand') return <Link to={`${page}#mois`} aria-label={t('data.enterOf', { name })}>{t('data.enter')}</Link>;
  return <Link to={page} aria-label={t('data.openOf', { name })}>{t('data.open')}</Link>;
}
