import { hourBands, type Standing } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

/** The finding of the grid, in a few words. */
export function sayGridTitle(standing: Standing, { t, write }: Pick<Translation, 't' | 'write'>): string {
  const hours = (band: string | undefined): { from: string; to: string } => {
    const found = hourBands.find((one) => one.band === band) ?? hourBands[0];
    return { from: write.time(`${String(found.from).padStart(2, '0')}:00`), to: write.time(`${String(found.until).padStart(2, '0')}:00`) };
  };
  if (standing.kind === 'to-try') return t('timing.grid.try', hours(standing.level));
  if (standing.kind === 'one-level') return t(standing.isAll ? 'timing.grid.all' : 'timing.grid.oneLevel', hours(standing.level));
  if (standing.kind !== 'stands-out') return t('timing.grid.none');
  const { more, less } = standing;
  if (more.length + less.length > 1) return t('timing.grid.several', { count: more.length + less.length });
  return more.length > 0 ? t('timing.grid.one', hours(more[0])) : t('timing.grid.less', hours(less[0]));
}
