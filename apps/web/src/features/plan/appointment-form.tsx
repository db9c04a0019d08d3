import type { Appointment } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useCalendarAct } from '../../api/plan-calendar.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { showRefused } from '../../ui/field.js';
import { useToast } from '../../ui/toast.js';
import { type AppointmentDraft, AppointmentFields, type AppointmentRefusal, readAppointment, refuseAppointment } from './appointment-fields.js';
import { removeAppointment } from './calendar-acts.js';
import type { CalendarShared } from './calendar-desk.js';
import { ConflictNotice } from './conflict-notice.js';
import { FormFailure } from '../../ui/form-failure.js';
import { useConflict } from './use-conflict.js';

interface AppointmentFormProps {
  /** Null: a new one. */
  appointment: Appointment | null;
  shared: CalendarShared;
  onClose: () => void;
}

/** A slot promised to the public: to be written, or written anew. */
export function AppointmentForm({ appointment, shared, onClose }: AppointmentFormProps): ReactNode {
  const { t } = useTranslation();
  const { today } = useCurrentOrganisation();
  const toast = useToast();
  const keep = useCalendarAct<Appointment>();
  const [base, setBase] = useState(appointment);
  const [refusal, setRefusal] = useState<AppointmentRefusal | null>(null);
  const conflict = useConflict((doors) => doors.readAppointment(appointment?.id ?? ''));
  const theirs = conflict.theirs?.thing ?? null;
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { channelId, ...written } = readAppointment(new FormData(event.currentTarget));
    const refused = refuseAppointment(written);
    showRefused(event.currentTarget, () => { setRefusal(refused); });
    if (refused !== null) return;
    keep.mutate((doors) => (base === null ? doors.createAppointment({ ...written, channelId }) : doors.updateAppointment(base.id, { ...written, version: (theirs ?? base).version })), {
      onSuccess: () => { onClose(); toast(t('calendar.done.appointment')); }, onError: conflict.onRefused,
    });
  };
  const onTakeTheirs = (): void => { setBase(theirs); conflict.settle(); keep.reset(); };
  return (
    <form key={base?.version} className="form" onSubmit={onSubmit} noValidate>
      {theirs === null ? <FormFailure error={conflict.failure ?? keep.error} /> : <ConflictNotice isBusy={keep.isPending} onTakeTheirs={onTakeTheirs} />}
      {base === null ? <p>{t('calendar.appointment.what')}</p> : <p>{t('calendar.appointment.all')}</p>}
      <AppointmentFields draft={base ?? newDraft(shared, today)} isNew={base === null} theirs={theirs} refusal={refusal} shared={shared} />
      <div className="row">
        <Button kind="act" type="submit" isBusy={keep.isPending}>{t(base === null ? 'calendar.appointment.add' : 'plan.line.save')}</Button>
        {base !== null && <Button kind="plain" isBusy={keep.isPending || shared.undoing.isBusy} onClick={() => { shared.undoing.act(removeAppointment(base.id), { said: t('calendar.done.appointmentRemoved') }); onClose(); }}>{t('calendar.appointment.remove')}</Button>}
        <Button kind="plain" onClick={onClose}>{t('plan.cancel')}</Button>
      </div>
    </form>
  );
}

/** What a new one begins with. */
function newDraft({ channels }: CalendarShared, today: string): AppointmentDraft {
  return {
    channelId: (channels.find(({ isMain }) => isMain) ?? channels[0])?.id ?? '', title: '', weekday: 4, time: '18:00', everyWeeks: 1, fromDay: today, toDay: null, skipsHolidays: false,
    format: null, themeId: null, role: null, note: null,
  };
}
