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

/** « Le jeudi des coulisses, 18 h 30 », under it where and what to know. Screen readers hear the day too. `isShort`: a day of the table has no room for whom it falls to. */
export function EntryText({ entry, channel, drawn, fate, isShort = false }: EntryTextProps): ReactNode {
  const translation = useTranslation();
  const { write, t } = translation;
  return (
    <>
      <span className="calendar-name">{t('calendar.entry', { title: entry.title, time: write.time(entry.time) })}</span>
      <small>{[channel, ...(isShort || entry.role === null ? [] : [entry.role]), ...(fate === null || fate === 'filled' ? [] : [t(`kept.remark.${fate}`)]), ...remarksOf(entry, translation)].join(', ')}</small>
      {drawn !== null && <small className="calendar-drawn"><span className="visually-hidden">, </span><NoteSign arm={drawn.arm} />{t('experiment.drawn', { drawn: drawn.words })}</small>}
      <span className="visually-hidden">, {write.weekday(entry.day)}{fate === 'filled' && <>, {t('kept.remark.filled')}</>}</span>
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
