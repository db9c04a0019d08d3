import type { Objective } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useObjectives, useRemoveObjective, useRestoreObjective } from '../../api/objectives.queries.js';
import { useChannels } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Explained } from '../../ui/explain.js';
import { QueryView } from '../../ui/query-view.js';
import { rightsOf } from './calendar-desk.js';
import { FormFailure } from '../../ui/form-failure.js';
import { ObjectiveDialog } from './objective-dialog.js';
import { sayProgress, sayTarget } from '../../ui/decide/say-objective.js';
import { useChannelNames } from '../../ui/use-channel-names.js';
import { useRemoval } from './use-removal.js';
import { useAnchor } from '../../ui/use-anchor.js';
import { useRowFocus } from '../../ui/use-row-focus.js';

/** What channels are to reach by the end of a quarter, and how far they are. */
export function ObjectivesSection(): ReactNode {
  const { t } = useTranslation();
  const objectives = useObjectives();
  const { box, listeners } = useRowFocus<HTMLElement>((objectives.data ?? []).map(({ id }) => id));
  return (
    <section ref={box} {...listeners} className="section" aria-labelledby="plan-objectives">
      <QueryView query={objectives}>{(known) => <Objectives objectives={known} title={t('plan.objectives.title')} />}</QueryView>
    </section>
  );
}

function Objectives({ objectives, title }: { objectives: readonly Objective[]; title: string }): ReactNode {
  const { t } = useTranslation();
  const { slug, role } = useCurrentOrganisation();
  const channels = useChannels(slug).data ?? [];
  const channelName = useChannelNames(channels);
  const removal = useRemoval({ remove: useRemoveObjective(), restore: useRestoreObjective() });
  const [edited, setEdited] = useState<{ objective: Objective | null } | null>(null);
  useAnchor('objectif-');
  const edit = (objective: Objective | null): void => { removal.forget(); setEdited({ objective }); };
  const mayChange = rightsOf(role).manage;
  const changeOf = (objective: Objective): Change => ({ onEdit: () => { edit(objective); }, onRemove: () => { removal.takeOut(objective.id, t('plan.objective.removed')); }, isBusy: removal.isBusy });
  return (
    <>
      <header className="row plan-header">
        <div><Explained word="objective" what={title}><h2 id="plan-objectives" tabIndex={-1}>{title}</h2></Explained>{objectives.length === 0 && <p>{t('plan.objectives.none')}</p>}</div>
        {mayChange && channels.length > 0 && <Button onClick={() => { edit(null); }}>{t('plan.objectives.add')}</Button>}
      </header>
      <FormFailure error={removal.failure} />
      {objectives.length > 0 && (
        <ul className="line-list">
          {objectives.map((objective) => <Line key={objective.id} objective={objective} channel={channelName(objective.channelId)} change={mayChange ? changeOf(objective) : null} />)}
        </ul>
      )}
      <ObjectiveDialog edited={edited} channels={channels} onClose={() => { setEdited(null); }} />
    </>
  );
}

interface Change { onEdit: () => void; onRemove: () => void; isBusy: boolean }

function Line({ objective, channel, change }: { objective: Objective; channel: string; change: Change | null }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { today } = useCurrentOrganisation();
  const title = sayTarget(objective, channel, translation);
  const done = shareOf(objective);
  return (
    <li data-row id={`objectif-${objective.id}`} tabIndex={-1}>
      <div>
        <b>{title}</b>
        {done !== null && <svg className="plan-progress" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width={done * 100} height="8" /></svg>}
        <small>{sayProgress(objective, today, translation)}</small>
      </div>
      {change !== null && (
        <div className="row">
          {!objective.isOver && <Button aria-label={t('plan.line.editOf', { title })} onClick={change.onEdit}>{t('plan.line.edit')}</Button>}
          <Button kind="plain" isBusy={change.isBusy} aria-label={t('plan.line.removeOf', { title })} onClick={change.onRemove}>{t('plan.line.remove')}</Button>
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
