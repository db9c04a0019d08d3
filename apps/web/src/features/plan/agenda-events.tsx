import type { AgendaEvent } from '@portee/shared';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { keyOfEvent, keyOfMore, placeEvents } from './agenda-stops.js';
import type { CalendarDesk } from './calendar-desk.js';
import type { Roving } from './use-roving.js';

interface EventsProps {
  events: readonly AgendaEvent[];
  desk: Pick<CalendarDesk, 'onTurn'>;
  /** Null: Tab leads to each. */
  roving: Roving | null;
}

/** What the centre's agenda tells of a day, quieter than what is planned: a few, and the others for whoever asks. */
export function AgendaEvents({ events, desk, roving }: EventsProps): ReactNode {
  const { t } = useTranslation();
  const { shown, hidden } = placeEvents(events);
  const [next] = hidden;
  return (
    <>
      {shown.map((event) => <li key={keyOfEvent(event)}><AgendaButton stop={{ key: keyOfEvent(event), day: event.day }} roving={roving} onClick={() => { desk.onTurn({ what: 'event', event }); }}><EventText event={event} /></AgendaButton></li>)}
      {next !== undefined && (
        <li><AgendaButton stop={{ key: keyOfMore(hidden), day: next.day }} roving={roving} onClick={() => { desk.onTurn({ what: 'events', events }); }}>{t('agenda.more', { count: hidden.length })}</AgendaButton></li>
      )}
    </>
  );
}

interface AgendaButtonProps { stop: { key: string; day: string }; roving: Roving | null; onClick: () => void; children: ReactNode }

function AgendaButton({ stop, roving, onClick, children }: AgendaButtonProps): ReactNode {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (roving === null || event.altKey || !roving.onKeyDown(event, stop)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button type="button" className="agenda-event" data-key={stop.key} tabIndex={roving === null || roving.stopKey === stop.key ? 0 : -1} onFocus={roving?.onFocus} onKeyDown={onKeyDown} onClick={onClick}>{children}</button>
  );
}

/** « 20 h Concert », screen readers hear the day and where it comes from too. */
export function EventText({ event: { title, day, lastDay, time } }: { event: AgendaEvent }): ReactNode {
  const { t, write } = useTranslation();
  return (
    <>
      <span>{time !== null && <span className="agenda-time">{write.time(time)} </span>}{title === '' ? t('agenda.untitled') : <bdi>{title}</bdi>}{lastDay > day && <small>, {t('agenda.until', { day: write.compactDay(lastDay) })}</small>}</span>
      <span className="visually-hidden">, {t('agenda.spoken', { day: write.weekday(day) })}</span>
    </>
  );
}

/** What began before these days and goes on. */
export function RunningEvents({ desk }: { desk: CalendarDesk }): ReactNode {
  const { t } = useTranslation();
  const running = desk.events.filter(({ day }) => day < desk.span.from);
  return running.length > 0 && (
    <div className="agenda-running">
      <p id="agenda-running">{t('agenda.running')}</p>
      <ul aria-labelledby="agenda-running"><AgendaEvents events={running} desk={desk} roving={null} /></ul>
    </div>
  );
}
