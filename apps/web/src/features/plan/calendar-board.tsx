import { useMemo, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { RunningEvents } from './agenda-events.js';
import { stopsOf } from './agenda-stops.js';
import { bringBack, moveEntry } from './calendar-acts.js';
import type { CalendarDesk, CalendarShared } from './calendar-desk.js';
import type { Opened } from './calendar-dialog.js';
import { CalendarGrid } from './calendar-grid.js';
import { CalendarList } from './calendar-list.js';
import { CalendarRemarks } from './calendar-remarks.js';
import { seenFate } from './fates.js';
import { CalendarWeek } from './calendar-week.js';
import { rowOfTime } from './week-hours.js';
import { useCalendarPlace } from './use-calendar-place.js';
import { useChannelNames } from '../../ui/use-channel-names.js';
import { useDrawn } from './use-drawn.js';
import { type Moving, useMoving } from './use-moving.js';

interface BoardProps {
  shared: CalendarShared;
  /** Then what was refused is said in the dialog. */
  isBehindDialog: boolean;
  onTurn: (opened: Opened) => void;
}

/** The weeks themselves, as a table or a list, with what is to be said of them under it. */
export function CalendarBoard({ shared, isBehindDialog, onTurn }: BoardProps): ReactNode {
  const { calendar, events, appointments, may, undoing: { act, failure } } = shared;
  const { t, write } = useTranslation();
  const { today } = useCurrentOrganisation();
  const { isList, view } = useCalendarPlace();
  const hasHours = view === 'week' && !isList;
  const span = { from: calendar.from, to: calendar.to };
  const { entries } = calendar;
  const stops = useMemo(() => stopsOf(entries, events.filter(({ day }) => day >= calendar.from), hasHours ? rowOfTime : null), [entries, events, calendar.from, hasHours]);
  const { moving, hands } = useMoving({
    entries, span, mayMove: may.plan, hasHours,
    onMove: (entry, { day, time, onFailed }) => { act(moveEntry(entry, time === entry.time ? { day } : { day, time }, appointments), { said: t('calendar.done.moved', { title: entry.title, day: write.weekday(day) }), onFailed }); },
  });
  const desk: CalendarDesk = { ...shared, span, today, channelName: useChannelNames(shared.channels), drawnOf: useDrawn(), onOpen: (entry) => { onTurn({ what: 'entry', entry }); }, onTurn, stops, hasHours, moving, hands };
  const isEmpty = entries.length === 0;
  return (
    <>
      {failure !== null && !isBehindDialog && <FormRefusal>{sayProblem(failure, t)}</FormRefusal>}
      {isEmpty && <p className="calendar-empty">{t(appointments.length === 0 ? 'calendar.empty.first' : view === 'week' ? 'calendar.empty.week' : 'calendar.empty')}</p>}
      <RunningEvents desk={desk} />
      {!isList && (hasHours ? <CalendarWeek desk={desk} /> : <CalendarGrid desk={desk} />)}
      {isList && stops.length > 0 && <CalendarList desk={desk} />}
      <CalendarRemarks desk={desk} onBringBack={(one) => { act(bringBack(one, appointments), { said: t('calendar.done.broughtBack', { title: one.title, day: write.weekday(one.day) }) }); }} />
      <MovingNews moving={moving} hasHours={hasHours} />
      <CalendarFoot mayMove={may.plan && !isEmpty} hasEntries={!isEmpty} hasEvents={events.length > 0} hasPast={entries.some((entry) => seenFate(desk.fates.get(entry.key), { day: entry.day, today }) !== null)} />
    </>
  );
}

/** Where what is being moved would stand: seen, and said aloud. */
function MovingNews({ moving, hasHours }: { moving: Moving | null; hasHours: boolean }): ReactNode {
  const { t, write } = useTranslation();
  if (moving === null || moving.isPlaced) return <p className="calendar-news" role="status" />;
  const [title, day] = [moving.entry.title, write.weekday(moving.day)];
  return <p className="calendar-news" role="status">{hasHours ? t('calendar.movingTo', { title, day, time: write.time(moving.time) }) : t('calendar.moving', { title, day })}</p>;
}

interface FootProps { mayMove: boolean; hasEntries: boolean; hasEvents: boolean; hasPast: boolean }

function CalendarFoot({ mayMove, hasEntries, hasEvents, hasPast }: FootProps): ReactNode {
  const { t } = useTranslation();
  const { isList } = useCalendarPlace();
  return (
    <div className="calendar-foot no-print">
      <p>{hasEntries && t('calendar.legend')}{hasPast && ` ${t('kept.legend')}`}{hasEvents && ` ${t('agenda.legend')}`}{!isList && mayMove && <> <span id="calendar-hint">{t('calendar.hint')}</span></>}</p>
    </div>
  );
}
