import type { PlanEntry } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { NoteSign } from './experiment-note.js';
import type { SeenFate } from './fates.js';
import type { DrawnPost } from './use-drawn.js';

interface EntryTextProps {
  entry: PlanEntry;
  channel: string;
  /** What an experiment drew for it; null: nothing. */
  drawn: DrawnPost | null;
  /** What is to be seen of what became of it; null: nothing. */
  fate: SeenFate | null;
  isShort?: boolean;
}

/** « Le jeudi des coulisses, 18 h 30 », under it where and what to know. Screen readers hear one sentence with the day. `isShort`: a day of the table has no room for whom it falls to. */
export function EntryText({ entry, channel, drawn, fate, isShort = false }: EntryTextProps): ReactNode {
  const translation = useTranslation();
  const { write, t } = translation;
  const name = t('calendar.entry', { title: entry.title, time: write.time(entry.time) });
  const facts = [channel, ...(isShort || entry.role === null ? [] : [entry.role]), ...(fate === null || fate === 'filled' ? [] : [t(`kept.remark.${fate}`)]), ...remarksOf(entry, translation)];
  const lots = drawn === null ? null : t('experiment.drawn', { drawn: drawn.words });
  return (
    <>
      <span className="visually-hidden">{[name, ...facts, ...(lots === null ? [] : [lots]), write.weekday(entry.day), ...(fate === 'filled' ? [t('kept.remark.filled')] : [])].join(', ')}</span>
      <span className="calendar-name" aria-hidden="true">{name}</span>
      <small aria-hidden="true">{facts.join(', ')}</small>
      {drawn !== null && <small className="calendar-drawn" aria-hidden="true"><NoteSign arm={drawn.arm} />{lots}</small>}
    </>
  );
}

/** « déplacé, vacances scolaires » */
export function remarksOf({ isHoliday, isMoved, clock }: PlanEntry, { t }: Pick<Translation, 't'>): string[] {
  return [
    ...(isMoved ? [t('calendar.remark.moved')] : []), ...(isHoliday ? [t('calendar.remark.holiday')] : []),
    ...(clock === 'plain' ? [] : [t(`calendar.remark.${clock}`)]),
  ];
}
