import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import type { CalendarDesk } from './calendar-desk.js';
import { EntryText } from './calendar-entry.js';
import { shortWeekday } from './calendar-span.js';

/** The same by day, without the days on which there is nothing. */
export function CalendarList({ desk }: { desk: CalendarDesk }): ReactNode {
  const { t, write, spoken } = useTranslation();
  const { calendar: { entries }, today } = desk;
  const days = [...new Set(entries.map(({ day }) => day))];
  return (
    <ol className="calendar-list">
      {days.map((day) => (
        <li key={day} data-past={day < today || undefined} {...(day === today ? { 'aria-current': 'date' as const } : {})}>
          <b>{shortWeekday(day, spoken)} {day.slice(0, 7) === today.slice(0, 7) ? String(Number(day.slice(8))) : write.compactDay(day)}{day === today && <small>{t('calendar.today')}</small>}</b>
          <ul>
            {entries.filter((entry) => entry.day === day).map((entry) => (
              <li key={entry.key}>
                <button type="button" className="calendar-entry" data-key={entry.key} onClick={() => { desk.onOpen(entry); }}><EntryText entry={entry} channel={desk.channelName(entry.channelId)} /></button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
