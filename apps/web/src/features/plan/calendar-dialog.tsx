import type { PlanEntry } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useCalendarPost } from '../../api/plan-calendar.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { QueryView } from '../../ui/query-view.js';
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
  | { what: 'new-appointment' } | { what: 'feeds' }
  | { what: 'new-post'; instead: PlanEntry | null }
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
  const { t } = useTranslation();
  const title = opened?.what === 'entry' ? opened.entry.title : opened === null ? '' : t(`calendar.dialog.${opened.what}`);
  return <Dialog title={title} isOpen={opened !== null} onClose={onClose}>{opened !== null && <Content opened={opened} shared={shared} onTurn={onTurn} onClose={onClose} />}</Dialog>;
}

function Content({ opened, shared, onTurn, onClose }: CalendarDialogProps & { opened: Opened }): ReactNode {
  switch (opened.what) {
    case 'new-appointment': return <AppointmentForm appointment={null} shared={shared} onClose={onClose} />;
    case 'new-post': return <PostForm post={null} instead={opened.instead} shared={shared} onClose={onClose} />;
    case 'appointment': return <KnownAppointment id={opened.id} shared={shared} onClose={onClose} />;
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
