import type { Objective } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useObjectives, useRemoveObjective, useRestoreObjective } from '../../api/objectives.queries.js';
import { useChannels } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { QueryView } from '../../ui/query-view.js';
import { useToast } from '../../ui/toast.js';
import { ObjectiveDialog } from './objective-dialog.js';
import { sayProgress, sayTarget } from './say-objective.js';

/** What channels are to reach by the end of a quarter, and how far they are. */
export function ObjectivesSection(): ReactNode {
  const { t } = useTranslation();
  const objectives = useObjectives();
  return (
    <section className="section" aria-labelledby="plan-objectives">
      <QueryView query={objectives}>{(known) => <Objectives objectives={known} title={t('plan.objectives.title')} />}</QueryView>
    </section>
  );
}

function Objectives({ objectives, title }: { objectives: readonly Objective[]; title: string }): ReactNode {
  const { t } = useTranslation();
  const { slug, role } = useCurrentOrganisation();
  const channels = useChannels(slug).data ?? [];
  const toast = useToast();
  const remove = useRemoveObjective();
  const restore = useRestoreObjective();
  const [edited, setEdited] = useState<{ objective: Objective | null } | null>(null);
  const mayChange = role === 'owner' || role === 'coordinator';
  const onRemove = ({ id }: Objective): void => { remove.mutate(id, { onSuccess: () => { toast(t('plan.objective.removed'), () => { restore.mutate(id); }); } }); };
  const failure = remove.error ?? restore.error;
  return (
    <>
      <header className="row plan-header">
        <div><h2 id="plan-objectives">{title}</h2>{objectives.length === 0 && <p>{t('plan.objectives.none')}</p>}</div>
        {mayChange && channels.length > 0 && <Button onClick={() => { setEdited({ objective: null }); }}>{t('plan.objectives.add')}</Button>}
      </header>
      {failure !== null && <FormRefusal>{sayProblem(failure, t)}</FormRefusal>}
      {objectives.length > 0 && (
        <ul className="plan-lines">
          {objectives.map((objective) => (
            <Line key={objective.id} objective={objective} channel={channels.find(({ id }) => id === objective.channelId)?.name ?? ''} change={mayChange ? { onEdit: () => { setEdited({ objective }); }, onRemove: () => { onRemove(objective); } } : null} />
          ))}
        </ul>
      )}
      <ObjectiveDialog edited={edited} channels={channels} onClose={() => { setEdited(null); }} />
    </>
  );
}

function Line({ objective, channel, change }: { objective: Objective; channel: string; change: { onEdit: () => void; onRemove: () => void } | null }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const title = sayTarget(objective, channel, translation);
  const done = shareOf(objective);
  return (
    <li>
      <div>
        <b>{title}</b>
        {done !== null && <svg className="plan-progress" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width={done * 100} height="8" /></svg>}
        <small>{sayProgress(objective, translation)}</small>
      </div>
      {change !== null && (
        <div className="row">
          {!objective.isOver && <Button aria-label={t('plan.line.editOf', { title })} onClick={change.onEdit}>{t('plan.line.edit')}</Button>}
          <Button kind="plain" aria-label={t('plan.line.removeOf', { title })} onClick={change.onRemove}>{t('plan.line.remove')}</Button>
        </div>
      )}
    </li>
  );
}

/** How much of the target there is, at most all of it; null: nothing is known. */
function shareOf({ measure, target, rate, published }: Objective): number | null {
  const known = measure === 'posts' ? published : rate.median;
  return known === null ? null : Math.min(1, known / target);
}
