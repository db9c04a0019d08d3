import type { Network } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { BackToData } from './back-to-data.js';

interface LostProps {
  /** null: not known any more. */
  network: Network | null;
  channelId: string | null;
  /** What happened, and what is safe; absent: it is over. */
  told?: { title: string; text: string };
}

/** A connection that did not come to its end: what happened, and the one thing to do. */
export function LostConnection({ network, channelId, told }: LostProps): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const wanted = channelId !== null ? `?canal=${channelId}` : network !== null ? `?reseau=${network.network}` : '';
  return (
    <>
      <div className="page-title"><BackToData /><PageHeading>{told?.title ?? t('connect.lost.title')}</PageHeading></div>
      <div className="section connect-lost">
        <Notice isLive><p>{told?.text ?? t('connect.lost.text')}</p></Notice>
        <ButtonLink kind="act" to={`/o/${slug}/donnees/connecter${wanted}`}>{t('connect.retry')}</ButtonLink>
      </div>
    </>
  );
}
