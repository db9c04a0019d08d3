import type { AgendaEvent } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { EventText } from './agenda-events.js';
import { keyOfEvent } from './agenda-stops.js';
import type { CalendarShared } from './calendar-desk.js';
import type { Opened } from './calendar-dialog.js';

interface EventViewProps { event: AgendaEvent; shared: CalendarShared; onTurn: (opened: Opened) => void }

/** What the agenda tells of one event, and a way to plan a post for it. */
export function EventView({ event, shared, onTurn }: EventViewProps): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { today } = useCurrentOrganisation();
  const isOver = event.lastDay < today;
  return (
    <div className="entry-view">
      <p>{sayWhenOf(event, translation)}</p>
      {event.place !== null && <p><bdi>{event.place}</bdi></p>}
      <p className="note quiet">{t('agenda.from')}{event.isAnnounced === false && ` ${t('agenda.notAnnounced')}`}</p>
      {shared.may.plan && !isOver && shared.channels.length > 0 && (
        <div className="row entry-more"><Button kind="act" onClick={() => { onTurn({ what: 'new-post', instead: null, event }); }}>{t('agenda.plan')}</Button></div>
      )}
    </div>
  );
}

/** « vendredi 4 décembre, de 20 h à 22 h 30 » */
function sayWhenOf({ day, lastDay, time, endTime }: AgendaEvent, { t, write }: Translation): string {
  const [from, to] = [write.weekday(day), write.weekday(lastDay)];
  if (time === null) return day === lastDay ? from : t('agenda.when.days', { from, to });
  if (endTime === null) return t('calendar.entry.when', { day: from, time: write.time(time) });
  if (day === lastDay || endTime < time) return t('agenda.when.hours', { day: from, time: write.time(time), endTime: write.time(endTime) });
  return t('agenda.when.long', { from, time: write.time(time), to, endTime: write.time(endTime) });
}

/** Everything that stands in one place. */
export function EventList({ events, onTurn }: { events: readonly AgendaEvent[]; onTurn: (opened: Opened) => void }): ReactNode {
  return (
    <ul className="agenda-list">
      {events.map((event) => <li key={keyOfEvent(event)}><button type="button" className="agenda-event" onClick={() => { onTurn({ what: 'event', event }); }}><EventText event={event} /></button></li>)}
    </ul>
  );
}
