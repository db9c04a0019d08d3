import type { Measure, Network } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useNetworks } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { NetworkIcon } from '../../ui/network-icon.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { Table, type Column } from '../../ui/table.js';
import { BackToData } from './back-to-data.js';
import { ToldMeasures } from './told-list.js';
import { askedMeasures, tellingOf } from './told-measures.js';
import './connect.css';

/** What each network tells and does not tell, from its own definitions. */
export function NetworksPage(): ReactNode {
  const { t } = useTranslation();
  const { name } = useCurrentOrganisation();
  const networks = useNetworks();
  useDocumentTitle(t('connect.table.title'), name);
  return (
    <>
      <div className="page-title"><BackToData /><PageHeading>{t('connect.table.title')}</PageHeading><p>{t('connect.table.text')}</p></div>
      <QueryView query={networks}>{(known) => <><MeasuresTable networks={known} /><Limits networks={known} /></>}</QueryView>
    </>
  );
}

function MeasuresTable({ networks }: { networks: readonly Network[] }): ReactNode {
  const { t } = useTranslation();
  const columns: Column<Measure>[] = [
    { key: 'measure', title: t('connect.table.measure'), isHeading: true, cell: (measure) => t(`collect.measure.${measure}`) },
    ...networks.map((network) => ({ key: network.network, title: network.label, cell: (measure: Measure) => <Told network={network} measure={measure} /> })),
  ];
  return <div className="section measures-table"><Table caption={t('connect.table.caption')} isCaptionHidden columns={columns} rows={askedMeasures} keyOf={(measure) => measure} narrow="stack" /></div>;
}

/** A filled note is given, an empty one comes by file, a dash is not given: shape and word, never colour alone. */
function Told({ network, measure }: { network: Network; measure: Measure }): ReactNode {
  const { t } = useTranslation();
  const telling = tellingOf(network, measure);
  return <span className="telling" data-telling={telling}>{t(`connect.table.${telling}`)}</span>;
}

function Limits({ networks }: { networks: readonly Network[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="section" aria-labelledby="networks-limits">
      <header><h2 id="networks-limits">{t('connect.table.limits')}</h2></header>
      <ul className="network-limits">
        {networks.map((network) => (
          <li key={network.network}>
            <h3><NetworkIcon network={network.network} /><span>{network.label}</span></h3>
            <p className="note">{network.sentences.limits}</p>
            <div className="told-narrow"><ToldMeasures network={network} /></div>
            <Rhythm network={network} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rhythm({ network: { collection } }: { network: Network }): ReactNode {
  const { t } = useTranslation();
  if (collection === null) return null;
  const { remembersDays, everyHours } = collection;
  const back = remembersDays === null ? t('connect.table.remembersAll') : t('connect.table.remembers', { days: remembersDays });
  return <p className="note quiet">{`${t('connect.table.every', { hours: everyHours })} ${back}`}</p>;
}
