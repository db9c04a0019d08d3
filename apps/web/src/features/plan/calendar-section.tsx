import type { Appointment, Channel, PlanCalendar } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels, useNetworks } from '../../api/organisation.queries.js';
import { useAppointments, usePlanCalendar } from '../../api/plan-calendar.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { CalendarBoard } from './calendar-board.js';
import { rightsOf } from './calendar-desk.js';
import { CalendarDialog, type Opened } from './calendar-dialog.js';
import { useCalendarPlace } from './use-calendar-place.js';
import { useUndoable } from './use-undoable.js';
import './calendar.css';

/** What is to be published, day by day, over four weeks. */
export function CalendarSection(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const { span } = useCalendarPlace();
  const channels = useChannels(slug);
  // Channels are called by them.
  const networks = useNetworks();
  const appointments = useAppointments();
  const calendar = usePlanCalendar(span);
  const isKnown = [channels, networks, appointments, calendar].every(({ data }) => data !== undefined);
  return (
    <section className="section" aria-labelledby="plan-calendar">
      {!isKnown && <header><h2 id="plan-calendar">{t('calendar.title')}</h2></header>}
      <QueryView query={channels}>
        {(places) => (
          <QueryView query={appointments}>
            {(rules) => (
              <QueryView query={networks}>
                {() => <QueryView query={calendar}>{(planned) => <Calendar calendar={planned} appointments={rules} channels={places} />}</QueryView>}
              </QueryView>
            )}
          </QueryView>
        )}
      </QueryView>
    </section>
  );
}

function Calendar({ calendar, appointments, channels }: { calendar: PlanCalendar; appointments: readonly Appointment[]; channels: readonly Channel[] }): ReactNode {
  const { t } = useTranslation();
  const { role, slug } = useCurrentOrganisation();
  const may = rightsOf(role);
  const [opened, setOpened] = useState<Opened | null>(null);
  const undoing = useUndoable();
  const hasChannel = channels.length > 0;
  const roles = [...new Set([...appointments, ...calendar.entries].flatMap(({ role: known }) => known ?? []))].toSorted((a, b) => a.localeCompare(b));
  const shared = { calendar, appointments, channels, roles, may, undoing };
  return (
    <>
      <header className="row plan-header">
        <h2 id="plan-calendar">{t('calendar.title')}</h2>
        <div className="row calendar-acts no-print">
          {may.manage && hasChannel && <Button onClick={() => { setOpened({ what: 'new-appointment' }); }}>{t('calendar.add.appointment')}</Button>}
          {may.plan && hasChannel && <Button onClick={() => { setOpened({ what: 'new-post', instead: null }); }}>{t('calendar.add.post')}</Button>}
          {may.manage && hasChannel && <Button kind="plain" onClick={() => { setOpened({ what: 'feeds' }); }}>{t('calendar.subscribe')}</Button>}
        </div>
      </header>
      {hasChannel
        ? <CalendarBoard shared={shared} isBehindDialog={opened !== null} onOpen={(entry) => { setOpened({ what: 'entry', entry }); }} />
        : <EmptyState title={t('calendar.empty.channels')} action={may.manage && <ButtonLink to={`/o/${slug}/donnees`}>{t('calendar.empty.addChannel')}</ButtonLink>}>{t('calendar.empty.first')}</EmptyState>}
      <CalendarDialog shared={shared} opened={opened} onTurn={setOpened} onClose={() => { setOpened(null); }} />
    </>
  );
}
