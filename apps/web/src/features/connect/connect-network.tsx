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
  const [chosen, choose] = useState(() => String(firstWay(network, channel)));
  const way = ways[Number(chosen)];
  return (
    <>
      <ConnectHeading network={network} channel={channel} />
      <div className="connect-columns section">
        <section aria-labelledby="connect-steps">
          <h2 id="connect-steps">{t('connect.steps')}</h2>
          <ol className="connect-steps">{sentences.connectSteps.map((step) => <li key={step}>{step}</li>)}</ol>
        </section>
        <section className="connect-act" aria-label={t('connect.title', { network: label })}>
          {ways.length > 1 && <Segmented label={t('connect.way')} value={chosen} onChoose={choose} choices={ways.map((one, place) => ({ value: String(place), label: doorOf(network, one)?.label ?? t(`connect.way.${one.way}`) }))} />}
          {way !== undefined && <DoorHint network={network} way={way} />}
          {way !== undefined && <ConnectForm key={chosen} network={network} way={way} channelId={channel?.id ?? null} />}
          {way?.way === 'authorise' && <Permissions network={network} />}
        </section>
      </div>
    </>
  );
}

/** A channel is connected again by the way it was: another may lead to other channels. */
function firstWay({ connect: { ways } }: ConnectedNetwork, channel: Channel | null): number {
  return Math.max(0, ways.findIndex(({ door }) => door !== undefined && door === channel?.door));
}

/** Of several ways of one kind, what the network calls this one. */
function doorOf({ sentences }: ConnectedNetwork, { door }: Way): { label: string; hint: string } | undefined {
  return door === undefined ? undefined : sentences.settings[door];
}

function DoorHint({ network, way }: { network: ConnectedNetwork; way: Way }): ReactNode {
  const door = doorOf(network, way);
  return door === undefined ? null : <p className="note">{door.hint}</p>;
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
