import type { Network, NetworkApplication } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useNetworks } from '../../api/organisation.queries.js';
import { useSession } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { NetworkIcon } from '../../ui/network-icon.js';
import { ApplicationForm } from './application-form.js';
import { useApplications } from './hosting.queries.js';
import { RemoveApplication } from './remove-application.js';
import './hosting.css';

/** Portée's registrations at networks, for whoever runs the installation; nobody else sees this. */
export function HostingSection(): ReactNode {
  return useSession().data?.isHost === true ? <Applications /> : null;
}

function Applications(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const applications = useApplications();
  const networks = useNetworks();
  if (applications.data === undefined || networks.data === undefined) return null;
  return (
    <section className="section" aria-labelledby="settings-hosting">
      <header><h2 id="settings-hosting">{t('hosting.title')}</h2><p>{t('hosting.text')}</p></header>
      <div className="row"><ButtonLink to={`/o/${slug}/hebergement`}>{t('hosting.go')}</ButtonLink></div>
      <ul className="applications">
        {applications.data.map((application) => <Application key={application.network} application={application} network={networks.data.find(({ network }) => network === application.network)} />)}
      </ul>
    </section>
  );
}

/** Closed at first: its steps are long, and done once. */
function Application({ application, network }: { application: NetworkApplication; network: Network | undefined }): ReactNode {
  const { t, write } = useTranslation();
  const { clientId, registeredAt, redirectUri } = application;
  const label = network?.label ?? application.network;
  return (
    <li className="application">
      <h3><NetworkIcon network={application.network} /><span>{label}</span></h3>
      <p className="note">{clientId === null || registeredAt === null ? t('hosting.none') : t('hosting.since', { clientId, day: write.longDay(registeredAt.slice(0, 10)) })}</p>
      <details>
        <summary>{t(clientId === null ? 'hosting.register' : 'hosting.change', { network: label })}</summary>
        <div className="application-body">
          <ol className="application-steps">{network?.sentences.applicationSteps.map((step) => <li key={step}>{step}</li>)}</ol>
          <p className="note">{t('hosting.redirect')}<br /><code>{redirectUri}</code></p>
          <ApplicationForm key={clientId} application={application} label={label} />
          {clientId !== null && <RemoveApplication network={application.network} label={label} />}
        </div>
      </details>
    </li>
  );
}
