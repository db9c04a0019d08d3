import { hourBands, timingLevels, type HourBand } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { weekdayName } from '../../format/weekdays.js';
import type { Slot } from './slots.js';

interface SlotGridProps {
  caption: string;
  slots: readonly Slot[];
  /** Heads the last column, which a narrow page leaves out: there, the caller says the same below. */
  beside: ReactNode;
  besideOf: (band: HourBand) => ReactNode;
  /** The last row, with its own last cell; left out on a narrow page too. */
  below?: { title: string; cells: readonly ReactNode[]; summary: ReactNode };
}

/** Weekdays across, bands down: a table with its headers, whatever it looks like. */
export function SlotGrid({ caption, slots, beside, besideOf, below }: SlotGridProps): ReactNode {
  const isEstimated = slots.some(({ predicted }) => predicted !== null);
  return (
    <table className="slots">
      <caption className="visually-hidden">{caption}</caption>
      <colgroup><col className="slots-names" /><col span={7} className="slots-days" /><col className="slots-beside" /></colgroup>
      <thead>
        <tr><td />{timingLevels.weekday.map((weekday) => <DayHead key={weekday} weekday={weekday} />)}<th scope="col" className="slots-wide slots-axis">{beside}</th></tr>
      </thead>
      <tbody>
        {timingLevels.hour_band.map((band) => (
          <tr key={band}>
            <BandHead band={band} />
            {slots.filter((slot) => slot.band === band).map((slot) => <Cell key={slot.weekday} slot={slot} isEstimated={isEstimated} />)}
            <td className="slots-wide slots-axis">{besideOf(band)}</td>
          </tr>
        ))}
      </tbody>
      {below !== undefined && (
        <tfoot className="slots-wide">
          <tr>
            <th scope="row">{below.title}</th>
            {timingLevels.weekday.map((weekday, place) => <td key={weekday} className="slots-day">{below.cells[place]}</td>)}
            <td className="slots-axis">{below.summary}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function DayHead({ weekday }: { weekday: string }): ReactNode {
  const { locale } = useTranslation();
  return (
    <th scope="col">
      <span className="slots-short" aria-hidden="true">{weekdayName(weekday, locale, 'short')}</span>
      <span className="slots-letter" aria-hidden="true">{weekdayName(weekday, locale, 'narrow')}</span>
      <span className="visually-hidden">{weekdayName(weekday, locale)}</span>
    </th>
  );
}

function BandHead({ band }: { band: HourBand }): ReactNode {
  const { t, write } = useTranslation();
  const hours = hourBands.find((one) => one.band === band);
  const time = (hour: number): string => write.time(`${String(hour).padStart(2, '0')}:00`);
  return <th scope="row">{t(`timing.band.${band}`)} {hours !== undefined && <small>{t('timing.hours', { from: time(hours.from), to: time(hours.until) })}</small>}</th>;
}

/** The estimate large, the posts small; without a model the posts alone. A step darker is told by its figure as well. */
function Cell({ slot: { posts, predicted, step }, isEstimated }: { slot: Slot; isEstimated: boolean }): ReactNode {
  const { t, write } = useTranslation();
  const count = write.number(posts, 0);
  const noun = <span className="visually-hidden"> {t('timing.cell.posts', { posts })}</span>;
  if (!isEstimated) return <td className="slots-cell" data-step="none" data-posts={Math.min(posts, 1)}><b>{count}</b>{noun}</td>;
  return (
    <td className="slots-cell" data-step={step ?? 'none'}>
      {predicted !== null && <><b>{write.exactPeople(predicted)}</b> <span className="visually-hidden">{t('timing.cell.predicted')} </span></>}<small>{count}</small>{noun}
    </td>
  );
}
