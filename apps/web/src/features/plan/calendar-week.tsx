import type { ReactNode } from 'react';
import { weekdayName } from '../../format/weekdays.js';
import { useTranslation } from '../../locales/translation.js';
import { AgendaEvents } from './agenda-events.js';
import type { CalendarDesk } from './calendar-desk.js';
import { GridEntry } from './calendar-grid.js';
import { weeksOf } from './calendar-span.js';
import { useKeptFocus } from './use-kept-focus.js';
import { type Roving, useRoving } from './use-roving.js';
import { ALL_DAY, hoursToShow, rowOfTime } from './week-hours.js';

/** One week, hour by hour. Alt and arrows take an entry to another day or hour. */
export function CalendarWeek({ desk }: { desk: CalendarDesk }): ReactNode {
  const { t, write } = useTranslation();
  const { span, moving, calendar: { entries } } = desk;
  const { box: table, onFocus } = useKeptFocus<HTMLTableElement>(desk.stops);
  const roving = useRoving(desk, table);
  const [days = []] = weeksOf(span);
  const events = desk.events.filter(({ day }) => day >= span.from);
  const hours = hoursToShow(entries, events, moving === null ? null : rowOfTime(moving));
  const hasWholeDays = events.some(({ time }) => time === null);
  return (
    <table ref={table} onFocus={onFocus} className="calendar calendar-week" data-moving={moving !== null || undefined}>
      <caption className="visually-hidden">{t('calendar.caption', { from: write.longDay(span.from), to: write.longDay(span.to) })}</caption>
      <thead><tr><th><span className="visually-hidden">{t('calendar.hour')}</span></th>{days.map((day) => <DayHead key={day} day={day} today={desk.today} />)}</tr></thead>
      <tbody>
        {hasWholeDays && <Row hour={ALL_DAY} label={t('calendar.wholeDay')} days={days} desk={desk} roving={roving} />}
        {hours.map((hour) => <Row key={hour} hour={hour} label={write.time(`${String(hour).padStart(2, '0')}:00`)} days={days} desk={desk} roving={roving} />)}
      </tbody>
    </table>
  );
}

function DayHead({ day, today }: { day: string; today: string }): ReactNode {
  const { t, write, locale } = useTranslation();
  const isNamed = day.endsWith('-01');
  return (
    <th scope="col" {...(day === today ? { 'aria-current': 'date' as const } : {})}>
      {weekdayName(new Date(`${day}T00:00Z`).getUTCDay() || 7, locale)} <span className="calendar-date">{isNamed ? write.compactDay(day) : String(Number(day.slice(8)))}</span>
      {day === today && <b> {t('calendar.today')}</b>}
    </th>
  );
}

interface RowProps { hour: number; label: string; days: readonly string[]; desk: CalendarDesk; roving: Roving }

function Row({ hour, label, days, ...rest }: RowProps): ReactNode {
  return <tr><th scope="row">{label}</th>{days.map((day) => <Cell key={day} day={day} hour={hour} {...rest} />)}</tr>;
}

function Cell({ day, hour, desk, roving }: Omit<RowProps, 'label' | 'days'> & { day: string }): ReactNode {
  const { moving, today } = desk;
  const stands = (one: { day: string; time: string | null }): boolean => one.day === day && rowOfTime(one) === hour;
  const entries = desk.calendar.entries.filter(stands);
  const events = desk.events.filter(stands);
  const isTarget = moving !== null && stands(moving) && !stands(moving.entry);
  const hasSomething = entries.length + events.length > 0 || isTarget;
  return (
    <td {...(hour === ALL_DAY ? {} : { 'data-day': day, 'data-hour': hour })} data-past={day < today || undefined} data-target={isTarget || undefined}>
      {hasSomething && (
        <ul>
          {entries.map((entry) => <li key={entry.key}><GridEntry entry={entry} desk={desk} roving={roving} /></li>)}
          {isTarget && <li className="calendar-ghost" aria-hidden="true">{moving.entry.title}</li>}
          <AgendaEvents events={events} desk={desk} roving={roving} />
        </ul>
      )}
    </td>
  );
}
