import type { Network } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { NetworkIcon } from '../../ui/network-icon.js';
import { PageHeading } from '../../ui/page-heading.js';
import { BackToData } from './back-to-data.js';
import { ToldMeasures } from './told-list.js';

/** Networks that can be connected, each with what it gives and does not give. */
export function NetworkPicker({ networks }: { networks: readonly Network[] }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const open = networks.filter(({ connect }) => connect !== null);
  const others = networks.filter(({ connect }) => connect === null);
  return (
    <>
      <div className="page-title"><BackToData /><PageHeading>{t('connect.pick.title')}</PageHeading><p>{t('connect.pick.text')}</p></div>
      <ul className="network-cards">{open.map((network) => <NetworkCard key={network.network} network={network} />)}</ul>
      <p className="connect-compare"><Link to={`/o/${slug}/donnees/reseaux`}>{t('connect.pick.compare')}</Link></p>
      {others.length > 0 && (
        <section className="section" aria-labelledby="connect-others">
          <header><h2 id="connect-others">{t('connect.pick.others')}</h2><p>{t('connect.pick.othersText')}</p></header>
          <ul className="row connect-others">{others.map(({ network, label }) => <li key={network}><NetworkIcon network={network} /><span>{label}</span></li>)}</ul>
          <p className="connect-compare"><Link to={`/o/${slug}/donnees/importer`}>{t('connect.pick.import')}</Link></p>
        </section>
      )}
    </>
  );
}

function NetworkCard({ network }: { network: Network }): ReactNode {
  const { t } = useTranslation();
  return (
    <li className="network-card">
      <h2><NetworkIcon network={network.network} /><span>{network.label}</span></h2>
      <p className="note">{network.sentences.limits}</p>
      <ToldMeasures network={network} />
      <ButtonLink to={`?reseau=${network.network}`} aria-label={t('connect.pick.doOf', { network: network.label })}>{t('connect.pick.do')}</ButtonLink>
    </li>
  );
}
