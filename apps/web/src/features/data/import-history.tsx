import type { ImportView } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useOwnClock } from '../../api/own-clock.js';
import { sayWhen } from '../../format/instants.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { AlertIcon } from '../../ui/icons.js';

const SHOWN_FIRST = 6;

/** Every file that was handed in, newest first, with what became of it in words. */
export function ImportHistory({ imports }: { imports: readonly ImportView[] }): ReactNode {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  if (imports.length === 0) return null;
  return (
    <section className="section" aria-labelledby="data-imports">
      <header><h2 id="data-imports">{t('import.history.title')}</h2></header>
      <ul className="import-list">{(isWhole ? imports : imports.slice(0, SHOWN_FIRST)).map((view) => <ImportRow key={view.id} view={view} />)}</ul>
      {!isWhole && imports.length > SHOWN_FIRST && <Button kind="plain" onClick={() => { setWhole(true); }}>{t('import.history.more', { count: imports.length })}</Button>}
    </section>
  );
}

/** States in which a person is waited for, or something went wrong. */
const needsEye: ReadonlySet<ImportView['state']> = new Set(['needs-mapping', 'needs-decision', 'failed', 'refused']);

function ImportRow({ view }: { view: ImportView }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { slug } = useCurrentOrganisation();
  const clock = useOwnClock();
  return (
    <li>
      <div className="import-file">
        <Link to={`/o/${slug}/donnees/imports/${view.id}`}>{view.fileName}</Link>
        {view.format !== null && <small>{t(`import.format.${view.format}`)}</small>}
      </div>
      <div className="import-outcome">
        <span className="import-state" data-missing={needsEye.has(view.state)}>{needsEye.has(view.state) && <AlertIcon />}{t(`import.state.${view.state}`)}</span>
        {view.state === 'applied' && <small className="figures">{`${write.number(view.rows.accepted)} ${t('import.tally.accepted', { count: view.rows.accepted })}`}</small>}
      </div>
      <span className="import-when">{sayWhen(view.uploadedAt, { ...clock, translation })}</span>
    </li>
  );
}
