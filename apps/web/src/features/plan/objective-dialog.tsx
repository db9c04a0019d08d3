import { addQuarters, type Channel, type CreateObjective, type Objective, objectiveMeasures, quarterOf } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useKeepObjective } from '../../api/objectives.queries.js';
import { useNetworks } from '../../api/organisation.queries.js';
import { readNumber } from '../../format/numbers.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { sayProblem } from '../../ui/failure.js';
import { SelectField, showRefused, TextField } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useToast } from '../../ui/toast.js';
import { useChannelNames } from '../../ui/use-channel-names.js';
import { sayQuarter } from '../../ui/decide/say-objective.js';

interface ObjectiveDialogProps {
  /** A null objective: a new one. */
  edited: { objective: Objective | null } | null;
  channels: readonly Channel[];
  onClose: () => void;
}

const QUARTERS_OFFERED = 5;

export function ObjectiveDialog({ edited, channels, onClose }: ObjectiveDialogProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog title={t(edited?.objective ? 'plan.objective.edit' : 'plan.objectives.add')} isOpen={edited !== null} onClose={onClose}>
      {edited !== null && <ObjectiveForm objective={edited.objective} channels={channels} onClose={onClose} />}
    </Dialog>
  );
}

function ObjectiveForm({ objective, channels, onClose }: { objective: Objective | null; channels: readonly Channel[]; onClose: () => void }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { today } = useCurrentOrganisation();
  const toast = useToast();
  const keep = useKeepObjective();
  const channelName = useChannelNames(channels);
  const [channelId, setChannelId] = useState(objective?.channelId ?? channels[0]?.id ?? '');
  const measures = useMeasures(channels.find(({ id }) => id === channelId), objective);
  const [chosen, setMeasure] = useState<CreateObjective['measure']>(objective?.measure ?? 'reach-rate');
  const measure = measures.find((one) => one === chosen) ?? 'posts';
  const [isRefused, setRefused] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const target = readTarget(String(fields.get('target')), measure);
    showRefused(event.currentTarget, () => { setRefused(target === null); });
    if (target === null) return;
    const asked = objective === null
      ? { id: null, objective: { channelId, quarter: String(fields.get('quarter')), measure, target } }
      : { id: objective.id, objective: { target, version: objective.version } };
    keep.mutate(asked, { onSuccess: () => { onClose(); toast(t('plan.objective.saved')); } });
  };
  const quarters = Array.from({ length: QUARTERS_OFFERED }, (_, later) => addQuarters(quarterOf(today), later));
  const written = objective === null ? '' : objective.measure === 'posts' ? write.number(objective.target, 0) : write.number(objective.target * 100);
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      {keep.error !== null && <FormRefusal>{sayProblem(keep.error, t)}</FormRefusal>}
      {objective === null && <SelectField label={t('plan.line.channel')} name="channelId" value={channelId} onChange={(event) => { setChannelId(event.target.value); }} choices={channels.map(({ id }) => ({ value: id, label: channelName(id) }))} />}
      {objective === null && <SelectField label={t('plan.objective.quarter')} name="quarter" choices={quarters.map((quarter) => ({ value: quarter, label: sayQuarter(quarter, translation) }))} />}
      {objective === null && (
        <SelectField
          label={t('plan.objective.measure')} value={measure} onChange={(event) => { setMeasure(objectiveMeasures.find((one) => one === event.target.value) ?? measure); }}
          choices={measures.map((one) => ({ value: one, label: t(`plan.objective.measure.${one}`) }))}
        />
      )}
      <TextField
        label={t(`plan.objective.target.${measure}`)} name="target" inputMode="decimal" autoComplete="off" maxLength={10} defaultValue={written}
        hint={measure === 'reach-rate' ? t('plan.objective.target.hint') : undefined} refusal={isRefused ? t(`plan.objective.target.refused.${measure}`) : undefined}
      />
      <div className="row">
        <Button kind="act" type="submit" isBusy={keep.isPending}>{t('plan.line.save')}</Button>
        <Button kind="plain" onClick={onClose}>{t('plan.cancel')}</Button>
      </div>
    </form>
  );
}

/** What can be an objective of a channel: no people where its network counts none, unless that was set already. */
function useMeasures(channel: Channel | undefined, objective: Objective | null): readonly CreateObjective['measure'][] {
  const givesReach = useNetworks().data?.find(({ network }) => network === channel?.network)?.givesReach ?? true;
  return objectiveMeasures.filter((measure) => measure !== 'reach-rate' || givesReach || objective?.measure === measure);
}

/** People for 100 followers become a fraction; posts are whole. Null: neither. */
function readTarget(text: string, measure: CreateObjective['measure']): number | null {
  const value = readNumber(text);
  if (value === null || value <= 0) return null;
  if (measure === 'posts') return Number.isInteger(value) && value <= 5_000 ? value : null;
  return value <= 1_000 ? value / 100 : null;
}
