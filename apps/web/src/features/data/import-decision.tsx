import type { DecideImport, ImportView } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { ImportProblems } from './import-problems.js';
import { ImportTally } from './import-tally.js';
import { ImportZone } from './import-zone.js';
import { useDecideImport } from './import.queries.js';

/** Some lines cannot be taken in: whole without them, or not at all. Nothing has changed yet. */
export function ImportDecision({ view }: { view: ImportView }): ReactNode {
  const { t } = useTranslation();
  const { accepted, rejected } = view.rows;
  const decide = useDecideImport(view.id);
  const answer = (decision: DecideImport['decision']): void => { decide.mutate({ decision }); };
  return (
    <div className="import-body two-columns">
      <div>
        {decide.error !== null && <FormRefusal>{sayProblem(decide.error, t)}</FormRefusal>}
        <p>{accepted === 0 ? t('import.decision.allRejected') : t('import.decision.text', { accepted })}</p>
        <ImportTally lines={[{ count: accepted, text: t('import.tally.readable', { count: accepted }) }, { count: rejected, text: t('import.tally.rejected', { count: rejected }) }]} />
        <ImportZone view={view} />
        <div className="row import-answers">
          {accepted > 0 && <Button kind="act" isBusy={decide.isPending} onClick={() => { answer('without-rejected'); }}>{t('import.decision.without', { rejected })}</Button>}
          <Button isBusy={decide.isPending} onClick={() => { answer('refuse'); }}>{t('import.decision.giveUp')}</Button>
        </div>
      </div>
      <ImportProblems view={view} />
    </div>
  );
}
