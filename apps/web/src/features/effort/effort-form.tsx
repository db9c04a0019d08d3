import { addMonths, type Channel, type ChannelEffort, type EffortMonth } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useEnterEfforts } from '../../api/effort.queries.js';
import { writeHours } from '../../format/hours.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useToast } from '../../ui/toast.js';
import { readDraft, type EffortDraft, type EffortRefusals, type WrittenEffort } from './effort-draft.js';
import { EffortRow } from './effort-row.js';
import { useDraft } from './use-draft.js';

interface EffortFormProps { month: string; channels: readonly Channel[]; entered: readonly ChannelEffort[] }

const NOBODY: ReadonlySet<string> = new Set();
const NO_REFUSAL: EffortRefusals = new Map();

/** Two fields a channel, saved together; what is left empty stays unknown. */
export function EffortForm({ month, channels, entered }: EffortFormProps): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const toast = useToast();
  const enter = useEnterEfforts();
  const before = draftOf(channels, { entered, month }, translation);
  const { draft, setDraft, forget } = useDraft(month, before);
  const [refusals, setRefusals] = useState(NO_REFUSAL);
  const [sure, setSure] = useState(NOBODY);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const { changes, refusals: refused } = readDraft(draft, { before, sure });
    setRefusals(refused);
    setSure(new Set([...refused].flatMap(([id, refusal]) => (refusal === 'many' ? [id] : []))));
    if (refused.size > 0) return;
    const undo = changes.map(({ channelId }) => ({ channelId, ...numbersOf(monthOfChannel(entered, { channelId, month })) }));
    if (changes.length === 0) toast(t('effort.unchanged'));
    else enter.mutate({ month, channels: changes }, { onSuccess: () => { forget(); toast(t('effort.saved', { month: write.monthAndYear(month) }), () => { enter.mutate({ month, channels: undo }); }); } });
  };
  const taken = takeOver(draft, { channels, entered, month }, translation);
  const change = (id: string, written: WrittenEffort): void => { setDraft({ ...draft, [id]: written }); };
  return (
    <form className="form effort-form" onSubmit={onSubmit} noValidate>
      {enter.error !== null && <FormRefusal>{sayProblem(enter.error, t)}</FormRefusal>}
      <ul className="effort-rows">
        {channels.map((channel) => (
          <EffortRow
            key={channel.id} channel={channel} month={monthOfChannel(entered, { channelId: channel.id, month })} written={draft[channel.id] ?? { hours: '', euros: '' }}
            refusal={refusals.get(channel.id)} onChange={(written) => { change(channel.id, written); }}
          />
        ))}
      </ul>
      <div className="row">
        <Button kind="act" type="submit" isBusy={enter.isPending}>{t('effort.save')}</Button>
        {taken !== null && <Button onClick={() => { setDraft(taken); }}>{t('effort.takeOver', { month: write.month(addMonths(month, -1)) })}</Button>}
      </div>
    </form>
  );
}

function monthOfChannel(entered: readonly ChannelEffort[], { channelId, month }: { channelId: string; month: string }): EffortMonth | undefined {
  return entered.find((one) => one.channelId === channelId)?.months.find((one) => one.month === month);
}

function numbersOf(month: EffortMonth | undefined): { hours: number | null; euros: number | null } {
  return { hours: month?.hours ?? null, euros: month?.eurosOfChannel ?? null };
}

function draftOf(channels: readonly Channel[], { entered, month }: { entered: readonly ChannelEffort[]; month: string }, { locale, write }: Translation): EffortDraft {
  return Object.fromEntries(channels.map(({ id }) => {
    const { hours, euros } = numbersOf(monthOfChannel(entered, { channelId: id, month }));
    return [id, { hours: hours === null ? '' : writeHours(hours, locale), euros: euros === null ? '' : write.number(euros, 2) }];
  }));
}

/** The draft with the hours of the month before where nothing is written; null: there is nothing to take over. */
function takeOver(draft: EffortDraft, { channels, entered, month }: EffortFormProps, translation: Translation): EffortDraft | null {
  const last = draftOf(channels, { entered, month: addMonths(month, -1) }, translation);
  const taken = channels.flatMap(({ id }) => (draft[id]?.hours === '' && last[id] !== undefined && last[id].hours !== '' ? [[id, { hours: last[id].hours, euros: draft[id].euros }] as const] : []));
  return taken.length === 0 ? null : { ...draft, ...Object.fromEntries(taken) };
}
