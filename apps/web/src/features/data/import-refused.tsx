import type { ImportView } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { Slab } from '../../ui/slab.js';
import { ImportProblems } from './import-problems.js';
import { GIVEN_UP, sayImportTitle } from './say-import.js';

/** The file was not taken in: why, what is safe, what to do. Giving it up is no failure, so it has no slab. */
export function ImportRefused({ view }: { view: ImportView }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const again = <ButtonLink kind="act" to={`/o/${slug}/donnees/importer`}>{t('import.refused.again')}</ButtonLink>;
  if (view.refusal?.reason === GIVEN_UP) return <div className="import-body"><p>{t('import.givenUp.text')}</p><div className="row import-answers">{again}</div></div>;
  const isFailed = view.state === 'failed';
  return (
    <div className="import-body">
      <Slab
        title={sayImportTitle(view, t)} happened={view.refusal?.message ?? t('import.failed.happened')} safe={t('import.refused.safe')}
        todo={t(isFailed ? 'import.failed.todo' : 'import.refused.todo')} action={again}
      />
      <ImportProblems view={view} />
    </div>
  );
}
