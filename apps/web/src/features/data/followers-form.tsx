import { addMonths, firstDay, monthOf } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { TextField } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { CloseIcon } from '../../ui/icons.js';
import { useToast } from '../../ui/toast.js';
import { useEnterFollowers } from './channel.queries.js';
import { filledEntries, refuseEntries, type EntryRefusal, type FollowerEntry } from './follower-entries.js';

interface FollowersFormProps {
  channelId: string;
  onSaved?: () => void;
  /** Beside the button: a way not to answer. */
  aside?: ReactNode;
}

/** « Combien d’abonnés ce canal a-t-il aujourd’hui ? », and at as many earlier dates as somebody knows. */
export function FollowersForm({ channelId, onSaved, aside }: FollowersFormProps): ReactNode {
  const { t } = useTranslation();
  const { today } = useCurrentOrganisation();
  const toast = useToast();
  const enter = useEnterFollowers(channelId);
  const [entries, setEntries] = useState<FollowerEntry[]>([{ key: 0, day: today, followers: '' }]);
  const [isTried, setTried] = useState(false);
  const refusals = refuseEntries(entries, today);
  const filled = filledEntries(entries);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (filled.length === 0 || refusals.size > 0) return;
    enter.mutate({ readings: filled }, {
      onSuccess: () => {
        toast(t('hand.followers.saved', { days: filled.length }));
        setEntries([{ key: 0, day: today, followers: '' }]);
        setTried(false);
        onSaved?.();
      },
    });
  };
  const change = (changed: FollowerEntry): void => { setEntries(entries.map((entry) => (entry.key === changed.key ? changed : entry))); };
  return (
    <form className="form followers-form" onSubmit={onSubmit} noValidate>
      {enter.error !== null && <FormRefusal>{sayProblem(enter.error, t)}</FormRefusal>}
      {isTried && filled.length === 0 && refusals.size === 0 && <FormRefusal>{t('hand.followers.nothing')}</FormRefusal>}
      <fieldset className="fieldset">
        <legend>{t('hand.followers.question')}</legend>
        <p className="note quiet">{t('hand.followers.hint')}</p>
        {entries.map((entry) => (
          <EntryRow
            key={entry.key} entry={entry} refusal={isTried ? refusals.get(entry.key) : undefined} onChange={change}
            {...(entry.key === 0 ? {} : { onRemove: () => { setEntries(entries.filter(({ key }) => key !== entry.key)); } })}
          />
        ))}
      </fieldset>
      <Button kind="plain" onClick={() => { setEntries([...entries, earlierEntry(entries, today)]); }}>{t('hand.followers.addDay')}</Button>
      <div className="row">
        <Button kind="act" type="submit" isBusy={enter.isPending}>{t('hand.followers.save')}</Button>
        {aside}
      </div>
    </form>
  );
}

/** The first day of the month before the oldest one written: what people are likely to have in an old report. */
function earlierEntry(entries: readonly FollowerEntry[], today: string): FollowerEntry {
  const oldest = entries.map(({ day }) => day).filter((day) => day !== '').toSorted()[0] ?? today;
  return { key: Math.max(...entries.map(({ key }) => key)) + 1, day: firstDay(addMonths(monthOf(oldest), -1)), followers: '' };
}

interface EntryRowProps { entry: FollowerEntry; refusal: EntryRefusal | undefined; onChange: (entry: FollowerEntry) => void; onRemove?: () => void }

function EntryRow({ entry, refusal, onChange, onRemove }: EntryRowProps): ReactNode {
  const { t } = useTranslation();
  const { today } = useCurrentOrganisation();
  return (
    <div className="entry-row">
      <TextField
        label={t('hand.followers.day')} type="date" value={entry.day} max={today} onChange={(event) => { onChange({ ...entry, day: event.target.value }); }}
        refusal={refusal === 'future' || refusal === 'twice' ? t(`hand.followers.${refusal}`) : undefined}
      />
      <TextField
        label={t('hand.followers.count')} inputMode="numeric" autoComplete="off" value={entry.followers} onChange={(event) => { onChange({ ...entry, followers: event.target.value }); }}
        refusal={refusal === 'number' ? t('hand.followers.number') : undefined}
      />
      {onRemove !== undefined && <button type="button" className="entry-remove" onClick={onRemove}><CloseIcon label={t('hand.followers.removeDay')} /></button>}
    </div>
  );
}
