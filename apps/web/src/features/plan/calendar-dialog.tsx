import type { AgendaEvent, PlanEntry } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useCalendarPost } from '../../api/plan-calendar.queries.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { QueryView } from '../../ui/query-view.js';
import { EventList, EventView } from './agenda-dialog.js';
import { AgendaPanel } from './agenda-panel.js';
import { AppointmentForm } from './appointment-form.js';
import type { CalendarShared } from './calendar-desk.js';
import { EntryView } from './entry-view.js';
import { FilledPart } from './filled-part.js';
import { FeedsPanel } from './feeds-panel.js';
import { OccurrenceForm } from './occurrence-form.js';
import { PostForm } from './post-form.js';
import { useChannelNames } from '../../ui/use-channel-names.js';

/** What is open over the calendar. */
export type Opened =
  | { what: 'new-appointment' } | { what: 'feeds' } | { what: 'agenda' }
  | { what: 'new-post'; instead: PlanEntry | null; event?: AgendaEvent }
  | { what: 'event'; event: AgendaEvent } | { what: 'events'; events: readonly AgendaEvent[] }
  | { what: 'entry'; entry: PlanEntry }
  | { what: 'appointment'; id: string };

interface CalendarDialogProps {
  opened: Opened | null;
  shared: CalendarShared;
  /** To something else in the same dialog. */
  onTurn: (opened: Opened) => void;
  onClose: () => void;
}

export function CalendarDialog({ opened, shared, onTurn, onClose }: CalendarDialogProps): ReactNode {
  const translation = useTranslation();
  return <Dialog title={opened === null ? '' : titleOf(opened, translation)} isOpen={opened !== null} onClose={onClose}>{opened !== null && <Content opened={opened} shared={shared} onTurn={onTurn} onClose={onClose} />}</Dialog>;
}

function titleOf(opened: Opened, { t, write }: Translation): string {
  if (opened.what === 'entry') return opened.entry.title;
  if (opened.what === 'event') return opened.event.title || t('agenda.untitled');
  if (opened.what === 'events') return t('agenda.dayOf', { day: write.weekday(opened.events[0]?.day ?? '') });
  return t(`calendar.dialog.${opened.what}`);
}

function Content({ opened, shared, onTurn, onClose }: CalendarDialogProps & { opened: Opened }): ReactNode {
  switch (opened.what) {
    case 'new-appointment': return <AppointmentForm appointment={null} shared={shared} onClose={onClose} />;
    case 'new-post': return <PostForm post={null} instead={opened.instead} event={opened.event ?? null} shared={shared} onClose={onClose} />;
    case 'appointment': return <KnownAppointment id={opened.id} shared={shared} onClose={onClose} />;
    case 'agenda': return <AgendaPanel onClose={onClose} />;
    case 'event': return <EventView event={opened.event} shared={shared} onTurn={onTurn} />;
    case 'events': return <EventList events={opened.events} onTurn={onTurn} />;
    case 'feeds': return <FeedsPanel roles={shared.roles} />;
    case 'entry': return <Entry entry={opened.entry} shared={shared} onTurn={onTurn} onClose={onClose} />;
  }
}

/** As it stood when it was opened: what is typed is not taken away when the list is read anew. */
function KnownAppointment({ id, shared, onClose }: { id: string; shared: CalendarShared; onClose: () => void }): ReactNode {
  const [appointment] = useState(() => shared.appointments.find((one) => one.id === id) ?? null);
  return appointment !== null && <AppointmentForm appointment={appointment} shared={shared} onClose={onClose} />;
}

interface EntryProps { entry: PlanEntry; shared: CalendarShared; onTurn: (opened: Opened) => void; onClose: () => void }

function Entry({ entry, shared, onTurn, onClose }: EntryProps): ReactNode {
  const { t } = useTranslation();
  const channelName = useChannelNames(shared.channels);
  const { postId, appointmentId } = entry;
  const view = <EntryView entry={entry} channel={channelName(entry.channelId)} />;
  const filled = <FilledPart entry={entry} fate={shared.fates.get(entry.key)} mayCorrect={shared.may.plan} onClose={onClose} />;
  if (!shared.may.plan) return <>{view}{filled}</>;
  if (postId !== null) return <>{filled}<KnownPost id={postId} shared={shared} onClose={onClose} /></>;
  return (
    <>
      {view}
      {filled}
      <h3 className="entry-this">{t('calendar.occurrence.title')}</h3>
      <OccurrenceForm entry={entry} shared={shared} onClose={onClose} />
      <div className="row entry-more">
        <Button onClick={() => { onTurn({ what: 'new-post', instead: entry }); }}>{t('calendar.occurrence.prepare')}</Button>
        {shared.may.manage && appointmentId !== null && <Button onClick={() => { onTurn({ what: 'appointment', id: appointmentId }); }}>{t('calendar.occurrence.all')}</Button>}
      </div>
    </>
  );
}

function KnownPost({ id, shared, onClose }: { id: string; shared: CalendarShared; onClose: () => void }): ReactNode {
  return <QueryView query={useCalendarPost(id)}>{(post) => <PostForm post={post} instead={null} shared={shared} onClose={onClose} />}</QueryView>;
}
