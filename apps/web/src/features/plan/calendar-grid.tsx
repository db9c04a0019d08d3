import type { PlanEntry } from '@portee/shared';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { AgendaEvents } from './agenda-events.js';
import type { CalendarDesk } from './calendar-desk.js';
import { EntryText } from './calendar-entry.js';
import { weekdayName } from '../../format/weekdays.js';
import { weeksOf } from './calendar-span.js';
import { seenFate } from './fates.js';
import { useKeptFocus } from './use-kept-focus.js';
import { type Roving, useRoving } from './use-roving.js';

/** Four weeks as a table. One Tab leads in, arrows from entry to entry, Alt and arrows take an entry along. */
export function CalendarGrid({ desk }: { desk: CalendarDesk }): ReactNode {
  const { t, write, locale } = useTranslation();
  const { span } = desk;
  const { box: table, onFocus } = useKeptFocus<HTMLTableElement>(desk.stops);
  const roving = useRoving(desk, table);
  return (
    <table ref={table} onFocus={onFocus} className="calendar" data-moving={desk.moving !== null || undefined}>
      <caption className="visually-hidden">{t('calendar.caption', { from: write.longDay(span.from), to: write.longDay(span.to) })}</caption>
      <thead><tr>{[1, 2, 3, 4, 5, 6, 7].map((weekday) => <th key={weekday} scope="col">{weekdayName(weekday, locale)}</th>)}</tr></thead>
      <tbody>{weeksOf(span).map((days) => <tr key={days[0]}>{days.map((day) => <Day key={day} day={day} desk={desk} roving={roving} />)}</tr>)}</tbody>
    </table>
  );
}

interface DayProps { day: string; desk: CalendarDesk; roving: Roving }

function Day({ day, desk, roving }: DayProps): ReactNode {
  const { t, write } = useTranslation();
  const { today, moving, span } = desk;
  const entries = desk.calendar.entries.filter((entry) => entry.day === day);
  const isTarget = moving?.day === day && moving.entry.day !== day;
  const isNamed = day.endsWith('-01') || day === span.from;
  return (
    <td data-day={day} data-past={day < today || undefined} data-target={isTarget || undefined} {...(day === today ? { 'aria-current': 'date' as const } : {})}>
      <span className="calendar-day">
        <span className="visually-hidden">{write.weekday(day)}</span>
        <span aria-hidden="true">{isNamed ? write.compactDay(day) : String(Number(day.slice(8)))}</span>
        {day === today && <b>{t('calendar.today')}</b>}
      </span>
      <ul>
        {entries.map((entry) => <li key={entry.key}><GridEntry entry={entry} desk={desk} roving={roving} /></li>)}
        {isTarget && <li className="calendar-ghost" aria-hidden="true">{moving.entry.title}</li>}
        <AgendaEvents events={desk.events.filter((event) => event.day === day)} desk={desk} roving={roving} />
      </ul>
    </td>
  );
}

interface GridEntryProps { entry: PlanEntry; desk: CalendarDesk; roving: Roving }

/** An entry of a table: opened by a click, walked to by arrows, moved by hand or by Alt and arrows. */
export function GridEntry({ entry, desk, roving }: GridEntryProps): ReactNode {
  const { hands, moving, may } = desk;
  const fate = seenFate(desk.fates.get(entry.key), { day: entry.day, today: desk.today });
  const onKeyDown = (event: KeyboardEvent): void => {
    const isTaken = hands.onKeyDown(event, entry) || (!event.altKey && roving.onKeyDown(event, entry));
    if (!isTaken) return;
    // The page scrolls by arrows, and the month above changes by them.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button
      type="button" className="calendar-entry" data-key={entry.key} data-leaving={moving?.entry.key === entry.key || undefined} data-movable={may.plan || undefined} data-fate={fate ?? undefined}
      tabIndex={roving.stopKey === entry.key ? 0 : -1} aria-describedby={may.plan ? 'calendar-hint' : undefined}
      onFocus={roving.onFocus} onBlur={hands.onBlur} onKeyDown={onKeyDown}
      onPointerDown={(event) => { hands.onPointerDown(event, entry); }} onPointerMove={hands.onPointerMove} onPointerUp={hands.onPointerUp} onPointerCancel={hands.onCancel} onLostPointerCapture={hands.onCancel}
      onClick={() => { if (!hands.wasDragged()) desk.onOpen(entry); }}
    >
      <EntryText entry={entry} channel={desk.channelName(entry.channelId)} drawn={desk.drawnOf(entry.postId)} fate={fate} isShort />
    </button>
  );
}
