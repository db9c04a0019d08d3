import type { Channel } from '@portee/shared';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { NetworkIcon } from '../../ui/network-icon.js';

/** It worked: what happens now, and where to see it. Takes the focus that the form held. */
export function Connected({ channels }: { channels: readonly Channel[] }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <>
      <div className="page-title">
        <h1 ref={heading} tabIndex={-1}>{t('connect.done.title', { count: channels.length, name: channels[0]?.name ?? '' })}</h1>
        <p>{t('connect.done.text')}</p>
      </div>
      <ul className="section connected">
        {channels.map(({ id, name, network }) => <li key={id}><NetworkIcon network={network} /><Link to={`/o/${slug}/donnees/canaux/${id}`}>{t('connect.done.see', { name })}</Link></li>)}
      </ul>
      <div className="row data-actions connected-next">
        <ButtonLink kind="act" to={`/o/${slug}/donnees`}>{t('connect.done.data')}</ButtonLink>
        <ButtonLink to={`/o/${slug}/donnees/connecter`}>{t('connect.done.more')}</ButtonLink>
      </div>
    </>
  );
}
