import type { Appointment } from '@portee/shared';
import { useId, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { SelectField, TextField } from '../../ui/field.js';
import type { CalendarShared } from './calendar-desk.js';
import { weekdayName } from '../../format/weekdays.js';
import { readSaid, SaidFields, textOf } from './said-fields.js';
import { useChannelNames } from '../../ui/use-channel-names.js';
import { sayNow, useSaidWords } from './use-said-words.js';

export type AppointmentDraft = Omit<Appointment, 'id' | 'version' | 'exceptions'>;
export type AppointmentRefusal = 'title' | 'time' | 'fromDay' | 'toDay';

interface AppointmentFieldsProps {
  draft: AppointmentDraft;
  /** Its channel is chosen once. */
  isNew: boolean;
  /** What somebody else wrote meanwhile: shown beside each field it differs in. */
  theirs: AppointmentDraft | null;
  refusal: AppointmentRefusal | null;
  shared: CalendarShared;
}

export function AppointmentFields({ draft, isNew, theirs, refusal, shared: { channels, roles } }: AppointmentFieldsProps): ReactNode {
  const { t, locale } = useTranslation();
  const channelName = useChannelNames(channels);
  const nowOf = useNowOf(draft, theirs);
  const refusalOf = (name: AppointmentRefusal): string | undefined => (refusal === name ? t(`calendar.missing.${name}`) : undefined);
  return (
    <>
      <TextField label={t('calendar.field.title')} name="title" hint={nowOf('title') ?? t('calendar.field.title.hint')} defaultValue={draft.title} maxLength={120} autoComplete="off" refusal={refusalOf('title')} />
      {isNew && <SelectField label={t('plan.line.channel')} name="channelId" defaultValue={draft.channelId} choices={channels.map(({ id }) => ({ value: id, label: channelName(id) }))} />}
      <div className="plan-days">
        <SelectField label={t('calendar.field.weekday')} name="weekday" hint={nowOf('weekday')} defaultValue={draft.weekday} choices={[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ value: String(weekday), label: weekdayName(weekday, locale) }))} />
        <TextField label={t('calendar.field.time')} name="time" type="time" hint={nowOf('time')} defaultValue={draft.time} refusal={refusalOf('time')} />
      </div>
      <SelectField label={t('calendar.field.every')} name="everyWeeks" hint={nowOf('everyWeeks')} defaultValue={draft.everyWeeks} choices={[1, 2, 3, 4].map((weeks) => ({ value: String(weeks), label: t('calendar.every', { weeks }) }))} />
      <div className="plan-days">
        <TextField label={t('plan.line.from')} name="fromDay" type="date" hint={nowOf('fromDay')} defaultValue={draft.fromDay} refusal={refusalOf('fromDay')} />
        <TextField label={t('plan.line.to')} name="toDay" type="date" hint={nowOf('toDay')} defaultValue={draft.toDay ?? ''} refusal={refusalOf('toDay')} />
      </div>
      <CheckBox label={t('calendar.field.skipsHolidays')} hint={nowOf('skipsHolidays')} isChecked={draft.skipsHolidays} />
      <SaidFields said={draft} nowOf={nowOf} roles={roles} />
    </>
  );
}

function useNowOf(draft: AppointmentDraft, theirs: AppointmentDraft | null): (name: keyof AppointmentDraft) => string | undefined {
  const { t, write, locale } = useTranslation();
  const saidWords = useSaidWords();
  const wordsOf = (one: AppointmentDraft): Record<keyof AppointmentDraft, string> => ({
    ...saidWords(one), channelId: one.channelId, title: one.title, weekday: weekdayName(one.weekday, locale), time: write.time(one.time), everyWeeks: t('calendar.every', { weeks: one.everyWeeks }),
    fromDay: write.longDay(one.fromDay), toDay: one.toDay === null ? '' : write.longDay(one.toDay), skipsHolidays: t(one.skipsHolidays ? 'calendar.yes' : 'calendar.no'),
  });
  const words = { before: wordsOf(draft), now: theirs === null ? null : wordsOf(theirs) };
  return (name) => sayNow(name, words, t);
}

function CheckBox({ label, hint, isChecked }: { label: string; hint: string | undefined; isChecked: boolean }): ReactNode {
  const id = useId();
  return (
    <div className="calendar-check">
      <input id={id} type="checkbox" name="skipsHolidays" defaultChecked={isChecked} aria-describedby={hint === undefined ? undefined : `${id}-hint`} />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <p id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}

export function readAppointment(fields: FormData): AppointmentDraft {
  return {
    title: textOf(fields, 'title'), channelId: textOf(fields, 'channelId'), weekday: Number(textOf(fields, 'weekday')), time: textOf(fields, 'time'), everyWeeks: Number(textOf(fields, 'everyWeeks')),
    fromDay: textOf(fields, 'fromDay'), toDay: textOf(fields, 'toDay') || null, skipsHolidays: fields.has('skipsHolidays'), ...readSaid(fields),
  };
}

/** The first field that says too little, or against another. */
export function refuseAppointment({ title, time, fromDay, toDay }: Omit<AppointmentDraft, 'channelId'>): AppointmentRefusal | null {
  if (title === '') return 'title';
  if (time === '') return 'time';
  if (fromDay === '') return 'fromDay';
  return toDay !== null && toDay < fromDay ? 'toDay' : null;
}
