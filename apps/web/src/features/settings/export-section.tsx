import { may } from '@portee/shared';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { addressOf } from '../../api/address.js';
import { read } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationKeys, organisationPath } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { DownloadLink } from '../../ui/button.js';
import './export.css';

/** Everything the centre has, to take along: for its owners, who answer for the names in it. */
export function ExportSection(): ReactNode {
  const { role } = useCurrentOrganisation();
  return may(role, 'exportEverything') ? <Everything /> : null;
}

function Everything(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  // What there is, counted where its deletion is asked for: the same things would go with the centre.
  const amounts = useQuery({ queryKey: [...organisationKeys.all(slug), 'amounts'], queryFn: ({ signal }) => read('amounts', organisationPath(slug, '/deletion'), signal) });
  return (
    <section className="section everything" aria-labelledby="settings-export">
      <header><h2 id="settings-export">{t('export.title')}</h2><p>{t('export.text')}</p></header>
      {amounts.data && <p>{t('export.holds', { channels: amounts.data.channels, posts: amounts.data.posts, readings: amounts.data.readings })}</p>}
      <p className="quiet">{t('export.without')}</p>
      <div className="row"><DownloadLink href={addressOf(organisationPath(slug, '/export'))} download>{t('export.go')}</DownloadLink></div>
    </section>
  );
}
