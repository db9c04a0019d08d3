import type { PlanEntry } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { remarksOf } from './calendar-entry.js';
import { DrawnMark } from './drawn-mark.js';
import { useDrawn } from './use-drawn.js';

/** What is known of an entry, as one reads it. */
export function EntryView({ entry, channel }: { entry: PlanEntry; channel: string }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const drawn = useDrawn()(entry.postId);
  const facts = [channel, ...(entry.format === null ? [] : [t(`posts.format.${entry.format}`)]), ...(entry.theme === null ? [] : [entry.theme.name]), ...(entry.role === null ? [] : [entry.role]), ...remarksOf(entry, translation)];
  return (
    <div className="entry-view">
      <p>{t('calendar.entry.when', { day: write.weekday(entry.day), time: write.time(entry.time) })}</p>
      <p className="note quiet">{facts.join('\u00A0· ')}</p>
      {drawn !== null && <DrawnMark drawn={drawn} />}
      {entry.note !== null && <p className="note plan-note">{entry.note}</p>}
    </div>
  );
}
