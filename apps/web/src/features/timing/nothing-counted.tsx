import type { TimingState } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';

/** A channel of which no hour can be judged: why, and the one next step. */
export function NothingCounted({ state, channelId }: { state: Exclude<TimingState, 'told'>; channelId: string }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  return (
    <div className="timing-none">
      <p>{t(`timing.none.${state === 'too-few' ? 'no-posts' : state}`)}</p>
      {state === 'not-read'
        ? <ButtonLink kind="act" to={`/o/${slug}/donnees/importer`}>{t('timing.none.import')}</ButtonLink>
        : <ButtonLink to={`/o/${slug}/publications?canal=${channelId}`}>{t('timing.none.posts')}</ButtonLink>}
    </div>
  );
}
