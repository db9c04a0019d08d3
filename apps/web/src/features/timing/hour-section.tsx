import { timingLevels, type ChannelTiming } from '@portee/shared';
import type { ReactNode } from 'react';
import { writeCsv } from '../../format/csv.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { TableTools, type WrittenTable } from '../../ui/table-tools.js';
import { weekdayName } from '../../format/weekdays.js';

/** The week hour by hour, on demand: a record of what was published when, never an advice. */
export function HourSection({ timing }: { timing: ChannelTiming }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  if (timing.hours.length === 0) return null;
  return (
    <section className="section" aria-labelledby="timing-hours">
      <header><h2 id="timing-hours">{t('timing.hourly.title')}</h2><p>{t('timing.hourly.text')}</p></header>
      <TableTools table={hourTable(timing, translation)} csv={() => hourCsv(timing, translation)} show={t('timing.hourly.show')} />
    </section>
  );
}

/** Hours that have a post, from the earliest on; a cell is « 14 (6) », the median and its posts, « (3) » under five. */
function hourTable({ hours }: ChannelTiming, { t, write, locale }: Translation): WrittenTable {
  const known = [...new Set(hours.map(({ hour }) => hour))].toSorted((a, b) => a - b);
  const cell = (hour: number, weekday: string): string => {
    const found = hours.find((one) => one.hour === hour && one.weekday === weekday);
    if (found === undefined || found.organic.posts === 0) return t('timing.hourly.none');
    const { median, posts } = found.organic;
    return median === null ? `(${String(posts)})` : `${write.exactPeople(median)} (${String(posts)})`;
  };
  return {
    caption: t('timing.hourly.title'), columns: [t('timing.table.hour'), ...timingLevels.weekday.map((weekday) => weekdayName(weekday, locale, 'short'))],
    rows: known.map((hour) => [write.time(`${String(hour).padStart(2, '0')}:00`), ...timingLevels.weekday.map((weekday) => cell(hour, weekday))]),
  };
}

/** One line an hour of the week that has a post. */
function hourCsv({ hours }: ChannelTiming, { t, locale }: Translation): string {
  const head = [t('timing.table.day'), t('timing.table.hour'), t('timing.table.posts'), t('timing.table.median'), t('timing.table.low'), t('timing.table.high')];
  const people = (rate: number | null): string => (rate === null ? '' : (rate * 100).toFixed(2));
  return writeCsv([head, ...hours.map(({ weekday, hour, organic }) => [
    weekdayName(weekday, locale), String(hour), String(organic.posts), people(organic.median), people(organic.low), people(organic.high),
  ])]);
}
