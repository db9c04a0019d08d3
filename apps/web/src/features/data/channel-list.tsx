import type { Channel, NetworkDescriptor } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { AlertIcon } from '../../ui/icons.js';
import { NetworkIcon } from '../../ui/network-icon.js';
import { isOld } from './data-state.js';
import { nestChannels, type NestedChannel } from './nest-channels.js';
import { channelRemarks, sayFollowers, sayFreshness } from './say-channel.js';

interface ChannelListProps { channels: readonly Channel[]; networks: readonly NetworkDescriptor[] }

/** Every channel with its followers, its door and its freshness; a sub-channel stands under the one it belongs to. */
export function ChannelList({ channels, networks }: ChannelListProps): ReactNode {
  return (
    <ul className="channel-list">
      {nestChannels(channels).map((nested) => (
        <ChannelRow key={nested.channel.id} {...nested} network={networks.find(({ network }) => network === nested.channel.network)} />
      ))}
    </ul>
  );
}

type RowProps = NestedChannel & { network: NetworkDescriptor | undefined };

function ChannelRow({ channel, parent, network }: RowProps): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const remarks = channelRemarks(channel, { network, parent, t });
  return (
    <li data-nested={parent !== null}>
      <div className="channel-name">
        <NetworkIcon network={channel.network} label={network?.label ?? channel.network} />
        <span>
          <Link to={`/o/${slug}/donnees/canaux/${channel.id}`}>{channel.name}</Link>
          {remarks.map((remark) => <small key={remark}>{remark}</small>)}
        </span>
      </div>
      <Followers channel={channel} />
      <div className="channel-door">
        <span>{t(`data.door.${channel.state}`)}</span>
        <small>{channel.posts === 0 ? t('data.channel.noPosts') : t('data.channel.posts', { count: channel.posts })}</small>
      </div>
      <Freshness channel={channel} />
      <NextStep channel={channel} />
    </li>
  );
}

function Followers({ channel: { followers, kind, posts } }: { channel: Channel }): ReactNode {
  const { t, write } = useTranslation();
  if (followers === null) return <div className="channel-followers" data-missing={posts > 0}>{posts > 0 && <AlertIcon />}<span>{t('data.channel.noFollowers')}</span></div>;
  return (
    <div className="channel-followers">
      <span>{sayFollowers(followers.count, kind, t)}</span>
      <small>{t('data.channel.onDay', { day: write.longDay(followers.day) })}</small>
    </div>
  );
}

function Freshness({ channel }: { channel: Channel }): ReactNode {
  const translation = useTranslation();
  const { today } = useCurrentOrganisation();
  const isBroken = channel.state === 'needs-reconnection';
  return (
    <div className="channel-fresh" data-missing={isBroken || isOld(channel, today)}>
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
