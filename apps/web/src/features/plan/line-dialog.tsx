import { type Channel, type CreatePlanLine, type PlanLine, planLineKinds } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useKeepLine } from '../../api/plan.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { sayProblem } from '../../ui/failure.js';
import { Field, SelectField, showRefused, TextField } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useToast } from '../../ui/toast.js';
import { withChosen } from './kept-choice.js';
import { useChannelNames } from '../../ui/use-channel-names.js';

interface LineDialogProps {
  /** A null line: a new one. */
  edited: { line: PlanLine | null } | null;
  channels: readonly Channel[];
  onClose: () => void;
}

/** A line of the plan: to be written, or written anew. */
export function LineDialog({ edited, channels, onClose }: LineDialogProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog title={t(edited?.line ? 'plan.line.edit.title' : 'plan.lines.add')} isOpen={edited !== null} onClose={onClose}>
      {edited !== null && <LineForm line={edited.line} channels={channels} onClose={onClose} />}
    </Dialog>
  );
}

type Refusal = 'title' | 'from' | 'reversed';

function LineForm({ line, channels, onClose }: { line: PlanLine | null; channels: readonly Channel[]; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { today } = useCurrentOrganisation();
  const toast = useToast();
  const keep = useKeepLine();
  const channelName = useChannelNames(channels);
  const places = withChosen(channels.map(({ id }) => ({ value: id, label: channelName(id) })), line === null || line.channelId === null ? null : { value: line.channelId, label: t('plan.line.channel.current') });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const written = readLine(new FormData(event.currentTarget));
    const refused = refuse(written);
    showRefused(event.currentTarget, () => { setRefusal(refused); });
    if (refused !== null) return;
    keep.mutate(line === null ? { id: null, line: written } : { id: line.id, line: { ...written, version: line.version } }, { onSuccess: () => { onClose(); toast(t('plan.line.saved')); } });
  };
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      {keep.error !== null && <FormRefusal>{sayProblem(keep.error, t)}</FormRefusal>}
      <TextField label={t('plan.line.title')} name="title" defaultValue={line?.title} maxLength={200} autoComplete="off" refusal={refusal === 'title' ? t('plan.line.title.missing') : undefined} />
      <SelectField label={t('plan.line.kind')} name="kind" defaultValue={line?.kind ?? 'rule'} choices={planLineKinds.map((kind) => ({ value: kind, label: t(`plan.kind.${kind}`) }))} />
      <SelectField label={t('plan.line.channel')} name="channelId" defaultValue={line?.channelId ?? ''} choices={[{ value: '', label: t('plan.line.allChannels') }, ...places]} />
      <TextField label={t('plan.line.role')} name="role" hint={t('plan.line.role.hint')} defaultValue={line?.role ?? ''} maxLength={60} autoComplete="off" />
      <div className="plan-days">
        <TextField label={t('plan.line.from')} name="fromDay" type="date" defaultValue={line?.fromDay ?? today} refusal={refusal === 'from' ? t('plan.line.from.missing') : undefined} />
        <TextField label={t('plan.line.to')} name="toDay" type="date" defaultValue={line?.toDay ?? ''} refusal={refusal === 'reversed' ? t('plan.line.reversed') : undefined} />
      </div>
      <Field label={t('plan.line.note')}>{(wiring) => <textarea {...wiring} name="note" defaultValue={line?.note ?? ''} rows={3} maxLength={2_000} />}</Field>
      <div className="row">
        <Button kind="act" type="submit" isBusy={keep.isPending}>{t('plan.line.save')}</Button>
        <Button kind="plain" onClick={onClose}>{t('plan.cancel')}</Button>
      </div>
    </form>
  );
}

function readLine(fields: FormData): CreatePlanLine {
  const text = (name: string): string => String(fields.get(name) ?? '').trim();
  const orNull = (name: string): string | null => (text(name) === '' ? null : text(name));
  return { title: text('title'), kind: planLineKinds.find((kind) => kind === text('kind')) ?? 'other', channelId: orNull('channelId'), role: orNull('role'), fromDay: text('fromDay'), toDay: orNull('toDay'), note: orNull('note') };
}

function refuse({ title, fromDay, toDay }: CreatePlanLine): Refusal | null {
  if (title === '') return 'title';
  if (fromDay === '') return 'from';
  return toDay !== null && toDay < fromDay ? 'reversed' : null;
}
