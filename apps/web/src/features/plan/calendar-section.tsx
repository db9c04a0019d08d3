import type { AgendaEvent, Appointment, Channel, PlanCalendar } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useAgendaEvents } from '../../api/agenda.queries.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels, useNetworks } from '../../api/organisation.queries.js';
import { useAppointments, usePlanCalendar } from '../../api/plan-calendar.queries.js';
import { usePlanFates } from '../../api/plan-links.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState, LoadingState } from '../../ui/states.js';
import { AgendaUnread } from './agenda-unread.js';
import { CalendarBoard } from './calendar-board.js';
import { rightsOf } from './calendar-desk.js';
import { CalendarDialog, type Opened } from './calendar-dialog.js';
import { CalendarTools } from './calendar-tools.js';
import { useCalendarPlace } from './use-calendar-place.js';
import { fatesByEntry } from './fates.js';
import { FatesUnread } from './fates-unread.js';
import { useAnchor } from '../../ui/use-anchor.js';
import { useUndoable } from './use-undoable.js';
import './agenda.css';
import './calendar.css';

const NO_EVENTS: readonly AgendaEvent[] = [];

/** What is to be published, day by day, over four weeks or one. */
export function CalendarSection(): ReactNode {
  const { slug } = useCurrentOrganisation();
  const { span, hidesAgenda } = useCalendarPlace();
  const channels = useChannels(slug);
  // Channels are called by them.
  const networks = useNetworks();
  const appointments = useAppointments();
  const calendar = usePlanCalendar(span);
  const agenda = useAgendaEvents(span);
  const shown = hidesAgenda ? NO_EVENTS : (agenda.data ?? NO_EVENTS);
  // They come together, so that nothing moves; but what is planned stands without it as soon as it fails.
  const isWaiting = agenda.isPending && agenda.failureCount === 0;
  const [opened, setOpened] = useState<Opened | null>(null);
  useAnchor('plan-calendar');
  const isKnown = [channels, networks, appointments, calendar].every(({ data }) => data !== undefined);
  return (
    <section className="section" aria-labelledby="plan-calendar">
      <CalendarHeader onOpen={isKnown && channels.data?.length !== 0 ? setOpened : null} />
      {/* Where weeks cannot be read, one can still go to others. */}
      {channels.data?.length !== 0 && <CalendarTools />}
      <QueryView query={channels}>
        {(places) => (
          <QueryView query={appointments}>
            {(rules) => (
              <QueryView query={networks}>
                {() => <QueryView query={calendar}>{(planned) => isWaiting ? <LoadingState /> : <Calendar calendar={planned} events={shown} appointments={rules} channels={places} opened={opened} onOpen={setOpened} />}</QueryView>}
              </QueryView>
            )}
          </QueryView>
        )}
      </QueryView>
      <AgendaUnread query={agenda} />
    </section>
  );
}

/** `onOpen` is null as long as there is nothing to work on. */
function CalendarHeader({ onOpen }: { onOpen: ((opened: Opened) => void) | null }): ReactNode {
  const { t } = useTranslation();
  const may = rightsOf(useCurrentOrganisation().role);
  const { view } = useCalendarPlace();
  return (
    <header className="row plan-header">
      <h2 id="plan-calendar" tabIndex={-1}>{t(view === 'week' ? 'calendar.title.week' : 'calendar.title')}</h2>
      <div className="row calendar-acts no-print">
        {may.manage && onOpen !== null && <Button onClick={() => { onOpen({ what: 'new-appointment' }); }}>{t('calendar.add.appointment')}</Button>}
        {may.plan && onOpen !== null && <Button onClick={() => { onOpen({ what: 'new-post', instead: null }); }}>{t('calendar.add.post')}</Button>}
        {may.manage && onOpen !== null && <Button kind="plain" onClick={() => { onOpen({ what: 'agenda' }); }}>{t('agenda.open')}</Button>}
        {may.manage && onOpen !== null && <Button kind="plain" onClick={() => { onOpen({ what: 'feeds' }); }}>{t('calendar.subscribe')}</Button>}
      </div>
    </header>
  );
}

interface CalendarProps { calendar: PlanCalendar; events: readonly AgendaEvent[]; appointments: readonly Appointment[]; channels: readonly Channel[]; opened: Opened | null; onOpen: (opened: Opened | null) => void }

function Calendar({ calendar, events, appointments, channels, opened, onOpen }: CalendarProps): ReactNode {
  const { t } = useTranslation();
  const { role, slug } = useCurrentOrganisation();
  const may = rightsOf(role);
  const undoing = useUndoable();
  const fates = usePlanFates({ from: calendar.from, to: calendar.to });
  const roles = [...new Set([...appointments, ...calendar.entries].flatMap(({ role: known }) => known ?? []))].toSorted((a, b) => a.localeCompare(b));
  const shared = { calendar, events, appointments, channels, roles, may, undoing, fates: fatesByEntry(fates.data ?? []) };
  return (
    <>
      {channels.length > 0
        ? <CalendarBoard shared={shared} isBehindDialog={opened !== null} onTurn={(next) => { undoing.forget(); onOpen(next); }} />
        : <EmptyState title={t('calendar.empty.channels')} action={may.manage && <ButtonLink to={`/o/${slug}/donnees`}>{t('calendar.empty.addChannel')}</ButtonLink>}>{t('calendar.empty.first')}</EmptyState>}
      <FatesUnread query={fates} />
      <CalendarDialog shared={shared} opened={opened} onTurn={onOpen} onClose={() => { onOpen(null); }} />
    </>
  );
}
