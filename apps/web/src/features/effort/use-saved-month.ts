import type { ChannelEffort, EnterEfforts } from '@portee/shared';
import { useEnterEfforts } from '../../api/effort.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { sayProblem } from '../../ui/failure.js';
import { useToast } from '../../ui/toast.js';
import { undoOf } from './effort-draft.js';
import { monthOfChannel, numbersOf } from './effort-written.js';

type Changes = EnterEfforts['channels'];
interface Saving { save: (changes: Changes, onSaved: () => void) => void; isBusy: boolean; error: Error | null }

/** The answer is told wherever one is by then, and so is a refusal to undo. */
export function useSavedMonth(month: string, entered: readonly ChannelEffort[]): Saving {
  const { t, write } = useTranslation();
  const toast = useToast();
  const enter = useEnterEfforts();
  const undo = (channels: Changes): void => {
    enter.mutateAsync({ month, channels }).catch((error: Error) => { toast(sayProblem(error, t)); });
  };
  const send = (channels: Changes, onSaved: () => void): void => {
    const before = undoOf(channels, (channelId) => numbersOf(monthOfChannel(entered, { channelId, month })));
    // Refused, it is said above the fields, and what was written stays.
    enter.mutateAsync({ month, channels }).then(() => { onSaved(); toast(t('effort.saved', { month: write.monthAndYear(month) }), () => { undo(before); }); }, () => undefined);
  };
  const save: Saving['save'] = (changes, onSaved) => {
    if (changes.length > 0) return send(changes, onSaved);
    onSaved();
    return toast(t('effort.unchanged'));
  };
  return { save, isBusy: enter.isPending, error: enter.error };
}
