import type { Appointment, DecidedOccurrence, PlanEntry } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { showRefused, TextField } from '../../ui/field.js';
import { isElsewhere, moveEntry, putBackEntry, skipEntry, type Undoable } from './calendar-acts.js';
import type { CalendarShared } from './calendar-desk.js';
import { ConflictNotice } from './conflict-notice.js';
import { FormFailure } from '../../ui/form-failure.js';
import { textOf } from './said-fields.js';
import { useConflict } from './use-conflict.js';

interface OccurrenceFormProps { entry: PlanEntry; shared: CalendarShared; onClose: () => void }

/** One occurrence of an appointment: elsewhere this once, or not at all. */
export function OccurrenceForm({ entry, shared: { appointments, undoing }, onClose }: OccurrenceFormProps): ReactNode {
  const { t, write } = useTranslation();
  const [isEmpty, setEmpty] = useState(false);
  const conflict = useConflict<Appointment>((doors) => doors.readAppointment(entry.appointmentId ?? ''));
  const theirs = conflict.theirs?.thing ?? null;
  const decided = theirs?.exceptions.find(({ day }) => day === entry.appointmentDay) ?? null;
  // Who keeps what they wrote decides in the knowledge of what stands there now.
  const current = theirs === null ? entry : { ...entry, version: decided?.version ?? null };
  const known = theirs === null ? appointments : [theirs];
  const act = (undoable: Undoable, said: string): void => { undoing.act(undoable, { said, onDone: onClose, onFailed: conflict.onRefused }); };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [day, time] = [textOf(fields, 'day'), textOf(fields, 'time')];
    showRefused(event.currentTarget, () => { setEmpty(day === '' || time === ''); });
    if (day === '' || time === '') return;
    if (theirs === null && day === entry.day && time === entry.time) { onClose(); return; }
    // Whoever keeps their version keeps the hour that they see, too.
    act(moveEntry(current, { day, ...(time === entry.time && theirs === null ? {} : { time }) }, known), t('calendar.done.moved', { title: entry.title, day: write.weekday(day) }));
  };
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      {theirs === null ? <FormFailure error={conflict.failure ?? undoing.failure} /> : <><ConflictNotice isBusy={undoing.isBusy} onTakeTheirs={onClose} /><Standing decided={decided} /></>}
      <div className="plan-days">
        <TextField label={t('calendar.field.day')} name="day" type="date" defaultValue={entry.day} refusal={isEmpty ? t('calendar.missing.dayAndTime') : undefined} />
        <TextField label={t('calendar.field.time')} name="time" type="time" defaultValue={entry.time} />
      </div>
      <div className="row">
        <Button kind="act" type="submit" isBusy={undoing.isBusy}>{t('calendar.occurrence.move')}</Button>
        <Button isBusy={undoing.isBusy} onClick={() => { act(skipEntry(current, known), t('calendar.done.skipped', { title: entry.title, day: write.weekday(entry.day) })); }}>{t('calendar.occurrence.skip')}</Button>
        {isElsewhere(entry, appointments) && <Button isBusy={undoing.isBusy} onClick={() => { act(putBackEntry(current, known), t('calendar.done.putBack')); }}>{t('calendar.occurrence.putBack')}</Button>}
      </div>
    </form>
  );
}

/** What somebody else decided of it. */
function Standing({ decided }: { decided: DecidedOccurrence | null }): ReactNode {
  const { t, write } = useTranslation();
  if (decided === null) return <p>{t('calendar.standing.free')}</p>;
  if (decided.kind === 'skipped' || decided.movedToDay === null) return <p>{t('calendar.standing.skipped')}</p>;
  const day = write.weekday(decided.movedToDay);
  return <p>{decided.movedToTime === null ? t('calendar.standing.moved', { day }) : t('calendar.standing.movedTo', { day, time: write.time(decided.movedToTime) })}</p>;
}
