import { adviceWords, capitalised, sayEffect, timingLevels, timingRecords, type ChannelOutlook, type ChannelTiming, type Figure, type Recommendation, type TimingDimension, type TimingLevel } from '@portee/shared';
import { writeCsv } from '../../format/csv.js';
import type { Translation } from '../../locales/translation.js';
import type { WrittenTable } from '../../ui/table-tools.js';
import { sayVerdict } from './say-verdict.js';
import { weekdayName } from '../../format/weekdays.js';
import { slotsOf } from './slots.js';

interface TimingFigures { outlook: ChannelOutlook; timing: ChannelTiming | null; caption: string }

const dimensions = ['hour_band', 'weekday'] as const;

/** Bands and weekdays as a table: how many posts, their median as it stands, and, where hours are compared, how each stands against the others, all else equal. */
export function timingTable({ outlook, timing, caption }: TimingFigures, translation: Translation): WrittenTable {
  const { t, write } = translation;
  const isCompared = outlook.grid.length > 0;
  const rows = levelsOf(outlook, timing).map(({ dimension, level, record, figure }) => {
    const median = figure?.median ?? null;
    const counted = [nameOf(dimension, level, translation), write.number(record?.posts ?? figure?.posts ?? 0, 0), median === null ? t('timing.unknown') : write.exactPeople(median)];
    return isCompared ? [...counted, ...comparedCells(record, translation)] : counted;
  });
  const columns = [t('timing.table.what'), t('timing.table.posts'), t('timing.table.median')];
  if (!isCompared) return { caption, columns, rows };
  return { caption, columns: [...columns, t('timing.table.effect'), t('timing.table.low'), t('timing.table.high'), t('timing.table.verdict')], rows, wordy: [6] };
}

function comparedCells(record: Recommendation | undefined, translation: Translation): string[] {
  const words = adviceWords(translation.locale);
  const cell = (value: number | null | undefined): string => (value === null || value === undefined ? translation.t('timing.unknown') : sayEffect(value, words));
  return [cell(record?.effect), cell(record?.low), cell(record?.high), sayVerdict(record, translation)];
}

/** The same for a spreadsheet, then every cell of the grid: figures with a decimal point, empty where unknown. */
export function timingCsv({ outlook, timing }: TimingFigures, translation: Translation): string {
  const { t } = translation;
  const people = (rate: number | null | undefined): string => (rate === null || rate === undefined ? '' : (rate * 100).toFixed(2));
  const part = (value: number | null | undefined): string => (value === null || value === undefined ? '' : value.toFixed(3));
  const day = (weekday: string): string => weekdayName(weekday, translation.locale);
  const head = [t('timing.table.day'), t('timing.table.band'), t('timing.table.posts'), t('timing.table.predicted'), t('timing.table.median'), t('timing.table.effect'), t('timing.table.low'), t('timing.table.high'), t('timing.table.verdict')];
  const levels = levelsOf(outlook, timing).map(({ dimension, level, record, figure }) => [
    dimension === 'weekday' ? nameOf(dimension, level, translation) : '', dimension === 'hour_band' ? nameOf(dimension, level, translation) : '',
    String(record?.posts ?? figure?.posts ?? 0), '', people(figure?.median), part(record?.effect), part(record?.low), part(record?.high), sayVerdict(record, translation),
  ]);
  const cells = slotsOf(outlook, timing?.slots ?? []).map(({ weekday, band, posts, predicted }) => [
    day(weekday), t(`timing.band.${band}`), String(posts), people(predicted), people(timing?.slots.find((one) => one.weekday === weekday && one.band === band)?.organic.median), '', '', '', '',
  ]);
  return writeCsv([head, ...levels, ...cells]);
}

interface LevelLine { dimension: TimingDimension; level: TimingLevel; record: Recommendation | undefined; figure: Figure | undefined }

function levelsOf({ records }: ChannelOutlook, timing: ChannelTiming | null): LevelLine[] {
  return dimensions.flatMap((dimension) => {
    const levels: readonly TimingLevel[] = timingLevels[dimension];
    return levels.map((level) => ({
      dimension, level, record: timingRecords(records, dimension).find((one) => one.level === level)?.record,
      figure: (timing?.bands.find(({ band }) => band === level) ?? timing?.weekdays.find(({ weekday }) => weekday === level))?.organic,
    }));
  });
}

function nameOf(dimension: TimingDimension, level: TimingLevel, { t, locale }: Translation): string {
  const band = timingLevels.hour_band.find((one) => one === level);
  return dimension === 'hour_band' && band !== undefined ? t(`timing.band.${band}`) : capitalised(weekdayName(level, locale));
}
