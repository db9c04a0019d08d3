import { type Channel, may, type Network } from '@portee/shared';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels, useNetworks } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { BackToData } from './back-to-data.js';
import { ConnectNetwork } from './connect-network.js';
import { LostConnection } from './lost-connection.js';
import { NetworkPicker } from './network-picker.js';
import './connect.css';

/** The way to connect a channel: which network, then how. The address says which: `?reseau=mastodon`, `?canal=` to connect one again. */
export function ConnectPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name, role } = useCurrentOrganisation();
  const networks = useNetworks();
  const channels = useChannels(slug);
  useDocumentTitle(t('connect.document'), name);
  if (!may(role, 'manageChannels')) return <ForReaders />;
  return (
    <QueryView query={networks}>{(known) => <QueryView query={channels}>{(own) => <Step networks={known} channels={own} />}</QueryView>}</QueryView>
  );
}

function Step({ networks, channels }: { networks: readonly Network[]; channels: readonly Channel[] }): ReactNode {
  const [search] = useSearchParams();
  const channel = channels.find(({ id }) => id === search.get('canal')) ?? null;
  const network = networks.find((known) => known.network === (channel?.network ?? search.get('reseau')));
  if (search.has('probleme')) return <LostConnection network={null} channelId={null} />;
  if (network === undefined || network.connect === null) return <NetworkPicker networks={networks} />;
  return <ConnectNetwork key={network.network} network={{ ...network, connect: network.connect }} channel={channel} />;
}

function ForReaders(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <div className="page-title"><BackToData /><PageHeading>{t('connect.document')}</PageHeading></div>
      <div className="section"><Notice>{t('connect.reader')}</Notice></div>
    </>
  );
}
