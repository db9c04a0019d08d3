import type { PlanEntry } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { bringBack, moveEntry } from './calendar-acts.js';
import type { CalendarDesk, CalendarShared } from './calendar-desk.js';
import { CalendarGrid } from './calendar-grid.js';
import { CalendarList } from './calendar-list.js';
import { CalendarRemarks } from './calendar-remarks.js';
import { seenFate } from './fates.js';
import { useCalendarPlace } from './use-calendar-place.js';
import { useChannelNames } from '../../ui/use-channel-names.js';
import { useDrawn } from './use-drawn.js';
import { type Moving, useMoving } from './use-moving.js';

interface BoardProps {
  shared: CalendarShared;
  /** Then what was refused is said in the dialog. */
  isBehindDialog: boolean;
  onOpen: (entry: PlanEntry) => void;
}

/** The weeks themselves, as a table or a list, with what is to be said of them under it. */
export function CalendarBoard({ shared, isBehindDialog, onOpen }: BoardProps): ReactNode {
  const { calendar, appointments, may, undoing: { act, failure } } = shared;
  const { t, write } = useTranslation();
  const { today } = useCurrentOrganisation();
  const { isList } = useCalendarPlace();
  const span = { from: calendar.from, to: calendar.to };
  const { moving, hands } = useMoving({
    entries: calendar.entries, span, mayMove: may.plan,
    onMove: (entry, { day, onFailed }) => { act(moveEntry(entry, { day }, appointments), { said: t('calendar.done.moved', { title: entry.title, day: write.weekday(day) }), onFailed }); },
  });
  const desk: CalendarDesk = { ...shared, span, today, channelName: useChannelNames(shared.channels), drawnOf: useDrawn(), onOpen, moving, hands };
  const isEmpty = calendar.entries.length === 0;
  return (
    <>
      {failure !== null && !isBehindDialog && <FormRefusal>{sayProblem(failure, t)}</FormRefusal>}
      {isEmpty && <p className="calendar-empty">{t(appointments.length === 0 ? 'calendar.empty.first' : 'calendar.empty')}</p>}
      {!isList && <CalendarGrid desk={desk} />}
      {isList && !isEmpty && <CalendarList desk={desk} />}
      <CalendarRemarks desk={desk} onBringBack={(one) => { act(bringBack(one, appointments), { said: t('calendar.done.broughtBack', { title: one.title, day: write.weekday(one.day) }) }); }} />
      <MovingNews moving={moving} />
      <CalendarFoot mayMove={may.plan && !isEmpty} hasEntries={!isEmpty} hasPast={calendar.entries.some((entry) => seenFate(desk.fates.get(entry.key), { day: entry.day, today }) !== null)} />
    </>
  );
}

/** Where what is being moved would stand: seen, and said aloud. */
function MovingNews({ moving }: { moving: Moving | null }): ReactNode {
  const { t, write } = useTranslation();
  return <p className="calendar-news" role="status">{moving !== null && !moving.isPlaced && t('calendar.moving', { title: moving.entry.title, day: write.weekday(moving.day) })}</p>;
}

function CalendarFoot({ mayMove, hasEntries, hasPast }: { mayMove: boolean; hasEntries: boolean; hasPast: boolean }): ReactNode {
  const { t } = useTranslation();
  const { isList, isPhone, showAs } = useCalendarPlace();
  return (
    <div className="calendar-foot no-print">
      <p>{hasEntries && t('calendar.legend')}{hasPast && <> {t('kept.legend')}</>}{!isList && mayMove && <> <span id="calendar-hint">{t('calendar.hint')}</span></>}</p>
      {!isPhone && <Button kind="plain" onClick={() => { showAs(isList ? 'table' : 'list'); }}>{t(isList ? 'calendar.asTable' : 'calendar.asList')}</Button>}
    </div>
  );
}
