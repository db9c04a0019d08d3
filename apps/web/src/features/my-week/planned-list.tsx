import { adviceWords, sayWhen, type PlanEntry } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useExperiments } from '../../api/experiments.queries.js';
import { useTranslation } from '../../locales/translation.js';

interface PlannedProps { entries: readonly PlanEntry[]; channelName: (channelId: string) => string }

/** What is planned, one after the other: when, where, how, for whom, and what to know. */
export function PlannedList({ entries, channelName }: PlannedProps): ReactNode {
  const { t } = useTranslation();
  const drawn = useDrawnWords();
  return (
    <section aria-labelledby="week-next">
      <h2 id="week-next" className="visually-hidden">{t('week.next.title')}</h2>
      <ul className="my-week-list">{entries.map((entry) => <Planned key={entry.key} entry={entry} channel={channelName(entry.channelId)} drawn={drawn(entry.postId)} />)}</ul>
    </section>
  );
}

function Planned({ entry: { title, day, time, format, role, note, isHoliday }, channel, drawn }: { entry: PlanEntry; channel: string; drawn: string | null }): ReactNode {
  const { t, write } = useTranslation();
  const { today } = useCurrentOrganisation();
  const facts = [channel, ...(format === null ? [] : [t(`posts.format.${format}`)]), ...(role === null ? [] : [role]), ...(isHoliday ? [t('calendar.remark.holiday')] : [])];
  return (
    <li>
      <p className="my-week-when"><b>{day === today ? t('week.today') : write.weekday(day)}</b> {write.time(time)}</p>
      <div>
        <h3>{title}</h3>
        <p className="note quiet">{facts.filter((fact) => fact !== '').join('\u00A0· ')}</p>
        {note !== null && note !== '' && <p className="note my-week-note">{note}</p>}
        {drawn !== null && <p className="note">{t('week.drawn', { drawn })}</p>}
      </div>
    </li>
  );
}

/** What an experiment under way drew for a planned post; null: nothing. */
function useDrawnWords(): (postId: string | null) => string | null {
  const { locale } = useTranslation();
  const { data } = useExperiments();
  return (postId) => {
    for (const { state, dimension, slots } of postId === null ? [] : data ?? []) {
      const slot = state === 'under_way' ? slots.find(({ plannedPostId }) => plannedPostId === postId) : undefined;
      if (slot?.drawn) return sayWhen({ dimension, level: slot.drawn }, adviceWords(locale));
    }
    return null;
  };
}
