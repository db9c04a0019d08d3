import { addDays, type KeptAppointment, type PlanLeftOut } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels } from '../../api/organisation.queries.js';
import { usePlanCalendar } from '../../api/plan-calendar.queries.js';
import { useKeptAppointments, type LinkSpan } from '../../api/plan-links.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Explained } from '../../ui/explain.js';
import { QueryView } from '../../ui/query-view.js';
import { useChannelNames } from '../../ui/use-channel-names.js';
import { KeptNotes } from './kept-notes.js';
import { sayKept } from './say-kept.js';
import './kept.css';

/** Thirteen weeks that end yesterday: today is neither kept nor missed. */
const DAYS = 91;

/** How much of the plan was kept, appointment by appointment; nothing as long as there is none. */
export function KeptSection(): ReactNode {
  const { t, write } = useTranslation();
  const { today } = useCurrentOrganisation();
  const span = { from: addDays(today, -DAYS), to: addDays(today, -1) };
  const kept = useKeptAppointments(span);
  const calendar = usePlanCalendar(span);
  if (kept.data?.length === 0) return null;
  return (
    <section className="section" aria-labelledby="plan-kept">
      <header><Explained word="kept" what={t('kept.title')}><h2 id="plan-kept" tabIndex={-1}>{t('kept.title')}</h2></Explained><p>{t('kept.span', { from: write.shortDay(span.from), to: write.longDay(span.to) })}</p></header>
      <QueryView query={kept}>
        {(appointments) => (
          <>
            <QueryView query={calendar}>{({ leftOut }) => <ul className="line-list kept">{appointments.map((one) => <Kept key={one.appointmentId} kept={one} leftOut={leftOut} />)}</ul>}</QueryView>
            <Unplanned appointments={appointments} span={span} />
          </>
        )}
      </QueryView>
    </section>
  );
}

function Kept({ kept, leftOut }: { kept: KeptAppointment; leftOut: readonly PlanLeftOut[] }): ReactNode {
  const translation = useTranslation();
  const { slug, today } = useCurrentOrganisation();
  const channelName = useChannelNames(useChannels(slug).data ?? []);
  const said = sayKept(kept, { leftOut: leftOut.filter(({ appointmentId }) => appointmentId === kept.appointmentId), today }, translation);
  return (
    <li>
      <div>
        <b>{kept.title}</b>
        <small>{channelName(kept.channelId)}</small>
        <p className="kept-count">{said.count}</p>
        {said.details.length > 0 && <p className="note quiet">{said.details.join('\u00A0· ')}</p>}
      </div>
      <KeptNotes dates={kept.dates} />
    </li>
  );
}

/** Posts that nobody had planned, on channels with appointments: said once, gently. */
function Unplanned({ appointments, span }: { appointments: readonly KeptAppointment[]; span: LinkSpan }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  // Of a channel that was never read nothing is known.
  const byChannel = new Map(appointments.filter(({ until }) => until !== null).map(({ channelId, unplanned }) => [channelId, unplanned]));
  if (byChannel.size === 0) return null;
  const count = [...byChannel.values()].reduce((sum, one) => sum + one, 0);
  return (
    <p className="note quiet kept-unplanned">
      {t('kept.unplanned', { count })}
      {count > 0 && <> <Link to={`/o/${slug}/publications?${new URLSearchParams({ du: span.from, au: span.to, ...(byChannel.size === 1 ? { canal: [...byChannel.keys()][0] ?? '' } : {}) }).toString()}`}>{t('kept.unplanned.see')}</Link></>}
    </p>
  );
}
