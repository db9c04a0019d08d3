import { addMonths, type Channel, type ChannelEffort } from '@portee/shared';
import type { FormEvent, ReactNode } from 'react';
import { useDraft } from '../../api/use-draft.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useOwnNames } from '../../ui/use-channel-names.js';
import type { EffortDraft } from './effort-draft.js';
import { EffortRow } from './effort-row.js';
import { merge, monthOfChannel, takeOver, writtenOf } from './effort-written.js';
import { useRefusals } from './use-refusals.js';
import { useSavedMonth } from './use-saved-month.js';

interface EffortFormProps { month: string; channels: readonly Channel[]; entered: readonly ChannelEffort[] }

const NOTHING: EffortDraft = {};

/** Two fields a channel, saved together; what is left empty stays unknown. */
export function EffortForm({ month, channels, entered }: EffortFormProps): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const nameOf = useOwnNames(channels);
  const { draft: kept, keep, forget } = useDraft<EffortDraft>('effort', month);
  const draft = kept ?? NOTHING;
  const before = writtenOf(channels, { entered, month }, translation);
  const written = merge(before, draft);
  const { refusals, check, form } = useRefusals();
  const { save, isBusy, error } = useSavedMonth(month, entered);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (isBusy) return;
    const changes = check(draft, before);
    if (changes !== null) save(changes, () => { forget(draft); });
  };
  const taken = takeOver(draft, { written, last: writtenOf(channels, { entered, month: addMonths(month, -1) }, translation) });
  return (
    <form ref={form} className="form effort-form" onSubmit={onSubmit} noValidate>
      {error !== null && <FormRefusal>{sayProblem(error, t)}</FormRefusal>}
      <ul className="effort-rows">
        {channels.map(({ id, network }) => (
          <EffortRow
            key={id} name={nameOf(id)} network={network} month={monthOfChannel(entered, { channelId: id, month })} written={written[id] ?? { hours: '', euros: '' }}
            refusal={refusals.get(id)} onChange={(field) => { keep({ ...draft, [id]: { ...draft[id], ...field } }); }}
          />
        ))}
      </ul>
      <div className="row">
        <Button kind="act" type="submit" isBusy={isBusy}>{t('effort.save')}</Button>
        {taken !== null && <Button onClick={() => { keep(taken); }}>{t('effort.takeOver', { month: write.month(addMonths(month, -1)) })}</Button>}
      </div>
    </form>
  );
}
