import type { PlanEntry } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { AgendaEvents } from './agenda-events.js';
import type { CalendarDesk } from './calendar-desk.js';
import { EntryText } from './calendar-entry.js';
import { shortWeekday } from '../../format/weekdays.js';
import { seenFate } from './fates.js';
import { useKeptFocus } from './use-kept-focus.js';

/** The same by day, without the days on which there is nothing. What is over is folded away where something is still to come. */
export function CalendarList({ desk }: { desk: CalendarDesk }): ReactNode {
  const { t } = useTranslation();
  const { stops, today } = desk;
  const days = [...new Set(stops.map(({ day }) => day))];
  const [past, coming] = [days.filter((day) => day < today), days.filter((day) => day >= today)];
  const { box, onFocus } = useKeptFocus<HTMLDivElement>(stops);
  const isFolded = past.length > 0 && coming.length > 0;
  return (
    <div ref={box} onFocus={onFocus}>
      {isFolded && <details className="calendar-past"><summary>{t('calendar.past', { count: past.length })}</summary><Days days={past} desk={desk} /></details>}
      <Days days={isFolded ? coming : days} desk={desk} />
    </div>
  );
}

function Days({ days, desk }: { days: readonly string[]; desk: CalendarDesk }): ReactNode {
  return <ol className="calendar-list">{days.map((day) => <Day key={day} day={day} desk={desk} />)}</ol>;
}

function Day({ day, desk }: { day: string; desk: CalendarDesk }): ReactNode {
  const { t, write, locale } = useTranslation();
  const { calendar: { entries }, today } = desk;
  const isThisMonth = day.slice(0, 7) === today.slice(0, 7);
  return (
    <li data-past={day < today || undefined} {...(day === today ? { 'aria-current': 'date' as const } : {})}>
      <b>{shortWeekday(day, locale)} {isThisMonth ? String(Number(day.slice(8))) : write.compactDay(day)}{day === today && <small>{t('calendar.today')}</small>}</b>
      <ul>
        {entries.filter((entry) => entry.day === day).map((entry) => <li key={entry.key}><ListEntry entry={entry} desk={desk} /></li>)}
        <AgendaEvents events={desk.events.filter((event) => event.day === day)} desk={desk} roving={null} />
      </ul>
    </li>
  );
}

function ListEntry({ entry, desk }: { entry: PlanEntry; desk: CalendarDesk }): ReactNode {
  const fate = seenFate(desk.fates.get(entry.key), { day: entry.day, today: desk.today });
  return <button type="button" className="calendar-entry" data-key={entry.key} data-fate={fate ?? undefined} onClick={() => { desk.onOpen(entry); }}><EntryText entry={entry} channel={desk.channelName(entry.channelId)} drawn={desk.drawnOf(entry.postId)} fate={fate} /></button>;
}
