import type { Channel, Network } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '../../locales/translation.js';
import { NetworkIcon } from '../../ui/network-icon.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Segmented } from '../../ui/segmented.js';
import { BackToData } from './back-to-data.js';
import { ConnectForm, type Way } from './connect-form.js';

/** A network whose channels can be connected. */
export type ConnectedNetwork = Network & { connect: NonNullable<Network['connect']> };

interface ConnectNetworkProps {
  network: ConnectedNetwork;
  /** The channel to connect, for the first time or again; null: whichever is found. */
  channel: Channel | null;
}

/** What to do, beside the form that does it. */
export function ConnectNetwork({ network, channel }: ConnectNetworkProps): ReactNode {
  const { t } = useTranslation();
  const { connect: { ways }, sentences, label } = network;
  const [chosen, choose] = useState<Way['way']>(ways[0]?.way ?? 'find');
  const way = ways.find((one) => one.way === chosen);
  return (
    <>
      <ConnectHeading network={network} channel={channel} />
      <div className="connect-columns section">
        <section aria-labelledby="connect-steps">
          <h2 id="connect-steps">{t('connect.steps')}</h2>
          <ol className="connect-steps">{sentences.connectSteps.map((step) => <li key={step}>{step}</li>)}</ol>
        </section>
        <section className="connect-act" aria-label={t('connect.title', { network: label })}>
          {ways.length > 1 && <Segmented label={t('connect.way')} value={chosen} onChoose={choose} choices={ways.map(({ way: value }) => ({ value, label: t(`connect.way.${value}`) }))} />}
          {way !== undefined && <ConnectForm key={way.way} network={network} way={way} channelId={channel?.id ?? null} />}
          {chosen === 'authorise' && <Permissions network={network} />}
        </section>
      </div>
    </>
  );
}

function ConnectHeading({ network: { network, label }, channel }: ConnectNetworkProps): ReactNode {
  const { t } = useTranslation();
  const isAgain = channel?.externalId !== null;
  const title = channel === null ? t('connect.title', { network: label }) : t(isAgain ? 'connect.again.title' : 'connect.first.title', { name: channel.name, network: label });
  return (
    <div className="page-title">
      <BackToData />
      <PageHeading className="connect-heading">{title}</PageHeading>
      {channel === null
        ? <p className="connect-network"><NetworkIcon network={network} /><Link to="?">{t('connect.other')}</Link></p>
        : <p>{t(isAgain ? 'connect.again.text' : 'connect.first.text')}</p>}
    </div>
  );
}

/** In the network's own words: they are what its page shows. */
function Permissions({ network: { connect: { permissions } } }: { network: ConnectedNetwork }): ReactNode {
  const { t } = useTranslation();
  if (permissions.length === 0) return null;
  return (
    <details className="connect-permissions">
      <summary>{t('connect.permissions')}</summary>
      <ul>{permissions.map(({ name, isOptional }) => <li key={name}><code>{isOptional ? t('connect.permission.optional', { name }) : name}</code></li>)}</ul>
    </details>
  );
}
