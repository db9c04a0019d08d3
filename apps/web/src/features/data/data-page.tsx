import { type ImportView, may } from '@portee/shared';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels, useNetworks } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState, LoadingState } from '../../ui/states.js';
import { AddChannelDialog } from './channel-dialog.js';
import { ChannelList, type ChannelListProps } from './channel-list.js';
import { CollectionSlab } from './collection-slab.js';
import { useCollections } from './collection.queries.js';
import { CollectionsUnread } from './collections-unread.js';
import { dataState } from './data-state.js';
import { EffortSection } from './effort-section.js';
import { ImportHistory } from './import-history.js';
import { useImports } from './import.queries.js';
import { nestChannels } from './nest-channels.js';
import { sayDataState } from './say-channel.js';
import { useTelling } from './use-telling.js';
import './data.css';

/** Where figures come in: channels, files, and what is typed in by hand. */
export function DataPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name } = useCurrentOrganisation();
  useDocumentTitle(t('data.document'), name);
  const channels = useChannels(slug);
  const networks = useNetworks();
  const imports = useImports();
  const collections = useCollections();
  return (
    <QueryView query={channels}>
      {(known) => (
        <QueryView query={networks}>
          {(descriptors) => (collections.isPending ? <LoadingState /> : (
            <Channels
              channels={known} networks={descriptors} imports={imports} now={new Date(collections.dataUpdatedAt)}
              collections={new Map((collections.data ?? []).map((collection) => [collection.channelId, collection]))}
              unread={collections.data === undefined ? <CollectionsUnread onRetry={() => { void collections.refetch(); }} /> : null}
            />
          ))}
        </QueryView>
      )}
    </QueryView>
  );
}

type ChannelsProps = Omit<ChannelListProps, 'toldAbove'> & { imports: UseQueryResult<ImportView[]>; unread: ReactNode };

function Channels({ imports, unread, ...list }: ChannelsProps): ReactNode {
  const { channels, collections, networks, now } = list;
  const broken = nestChannels(channels).map(({ channel }) => channel).filter(({ id }) => collections.get(id)?.state === 'needs-reconnection');
  return (
    <>
      <DataHeading channels={channels} collections={collections} imports={imports.data ?? []} slab={broken.length === 0 ? null : <FirstBroken channels={broken} collections={collections} networks={networks} now={now} />} />
      {channels.length > 0 && <ChannelsSection {...list} unread={unread} toldAbove={broken[0]?.id ?? null} />}
      <QueryView query={imports}>{(files) => <ImportHistory imports={files} />}</QueryView>
      {channels.length > 0 && <EffortSection channels={channels} />}
    </>
  );
}

/** The first channel that only a person can bring back, told at length; the others are named under it. */
function FirstBroken({ channels, collections, networks, now }: Omit<ChannelListProps, 'toldAbove'>): ReactNode {
  const [first, ...others] = channels;
  const telling = useTelling(networks.find(({ network }) => network === first?.network)?.label ?? '', now);
  const collection = collections.get(first?.id ?? '');
  return first === undefined || collection === undefined ? null : <CollectionSlab channel={first} collection={collection} telling={telling} others={others} />;
}

type HeadingProps = Omit<Parameters<typeof dataState>[0], 'today'> & { slab: ReactNode };

function DataHeading({ channels, imports, collections, slab }: HeadingProps): ReactNode {
  const { t } = useTranslation();
  const { slug, today } = useCurrentOrganisation();
  const state = dataState({ channels, imports, collections, today });
  const importing = <ButtonLink kind={slab === null ? 'act' : 'ordinary'} to={`/o/${slug}/donnees/importer`}>{t('data.import')}</ButtonLink>;
  return (
    <>
      <div className="page-title"><PageHeading>{sayDataState(state, t)}</PageHeading></div>
      {slab}
      {channels.length > 0
        ? <div className="row data-actions">{importing}</div>
        : <EmptyState title={t('data.empty.title')} action={<div className="row">{importing}<ConnectChannel /><AddChannel /></div>}>{t('data.empty.text')}</EmptyState>}
    </>
  );
}

/** A channel that Portée reads by itself, for those who may open one. */
function ConnectChannel(): ReactNode {
  const { t } = useTranslation();
  const { slug, role } = useCurrentOrganisation();
  return may(role, 'manageChannels') ? <ButtonLink to={`/o/${slug}/donnees/connecter`}>{t('connect.document')}</ButtonLink> : null;
}

function AddChannel(): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => { setOpen(true); }}>{t('data.addChannel')}</Button>
      <AddChannelDialog isOpen={isOpen} onClose={() => { setOpen(false); }} />
    </>
  );
}

function ChannelsSection({ unread, ...list }: ChannelListProps & { unread: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="section" aria-labelledby="data-channels">
      <header className="row data-header"><h2 id="data-channels">{t('data.channels.title')}</h2><div className="row"><ConnectChannel /><AddChannel /></div></header>
      {unread}
      <ChannelList {...list} />
    </section>
  );
}
