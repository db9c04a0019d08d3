import type { ImportView } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { Slab } from '../../ui/slab.js';
import { ImportProblems } from './import-problems.js';
import { GIVEN_UP } from './say-import.js';

/** The server's word for a file that does not say whose figures it holds. */
const CHANNEL_NEEDED = 'channel-needed';

/** The file was not taken in: why, what is safe, what to do. Giving it up is no failure, so it has no slab. */
export function ImportRefused({ view }: { view: ImportView }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const again = <ButtonLink kind="act" to={`/o/${slug}/donnees/importer`}>{t('import.refused.again')}</ButtonLink>;
  if (view.refusal?.reason === GIVEN_UP) return <div className="import-body"><p>{t('import.givenUp.text')}</p><div className="row import-answers">{again}</div></div>;
  const todo = view.state === 'failed' ? t('import.failed.todo') : t(view.refusal?.reason === CHANNEL_NEEDED ? 'import.refused.channel' : 'import.refused.todo');
  return (
    <div className="import-body">
      <Slab
        title={t('import.refused.why')} happened={view.refusal?.message ?? t('import.failed.happened')} safe={t('import.refused.safe')} todo={todo} action={again}
      />
      <ImportProblems view={view} />
    </div>
  );
}
