import type { Channel, Connection, Network } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels, useNetworks } from '../../api/organisation.queries.js';
import { ProblemError } from '../../api/problem-error.js';
import { useTranslation } from '../../locales/translation.js';
import { useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { ChooseForm } from './choose-form.js';
import { useConnection } from './connect.queries.js';
import { Connected } from './connected.js';
import { LostConnection } from './lost-connection.js';
import './connect.css';

/** A connection under way: which channels to keep, and what became of it. Networks send people back to this page. */
export function ConnectionPage(): ReactNode {
  const { t } = useTranslation();
  const { connectionId = '' } = useParams();
  const { slug, name } = useCurrentOrganisation();
  const [saved, setSaved] = useState<readonly Channel[] | null>(null);
  const connection = useConnection(connectionId);
  const networks = useNetworks();
  const channels = useChannels(slug);
  useDocumentTitle(t('connect.document'), name);
  if (saved !== null) return <Connected channels={saved} />;
  if (connection.error instanceof ProblemError && connection.error.status === 404) return <LostConnection network={null} channelId={null} />;
  return (
    <QueryView query={connection}>
      {(known) => (
        <QueryView query={networks}>
          {(descriptors) => <QueryView query={channels}>{(own) => <Standing connection={known} network={descriptors.find(({ network }) => network === known.network) ?? null} channels={own} onSaved={setSaved} />}</QueryView>}
        </QueryView>
      )}
    </QueryView>
  );
}

interface StandingProps { connection: Connection; network: Network | null; channels: readonly Channel[]; onSaved: (channels: readonly Channel[]) => void }

function Standing({ connection, network, channels, onSaved }: StandingProps): ReactNode {
  const { t } = useTranslation();
  const { state, problem, channelId } = connection;
  const label = network?.label ?? connection.network;
  if (state === 'choose') return <ChooseForm connection={connection} label={label} channels={channels} onSaved={onSaved} />;
  const asked = network?.connect?.ways.find(({ way }) => way === connection.way)?.accountAt ?? label;
  const told = state === 'failed'
    ? { title: t('connect.failed.title'), text: problem?.detail ?? t('connect.lost.text') }
    : { title: t('connect.waiting.title', { network: asked }), text: t('connect.waiting.text', { network: asked }) };
  return <LostConnection network={network} channelId={channelId} told={told} />;
}
