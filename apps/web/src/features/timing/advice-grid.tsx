import {
  adviceWords, hourBands, intervalOf, intervalSpan, sayWhen, standingOf, timingRecords, type ChannelOutlook, type ChannelTiming, type HourBand, type Recommendation,
} from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { IntervalAxis, IntervalLine } from '../../ui/advice/interval-line.js';
import { hasInterval } from '../../ui/advice/verdict-line.js';
import { TableTools } from '../../ui/table-tools.js';
import { Explained } from '../../ui/explain.js';
import { DaySummary } from './day-summary.js';
import { sayGridTitle } from './say-grid-title.js';
import { sayCounted } from './say-counted.js';
import { isSure, sayVerdict } from './say-verdict.js';
import { SlotGrid } from './slot-grid.js';
import { slotsOf } from './slots.js';
import { timingCsv, timingTable } from './timing-table.js';

interface GridProps { outlook: ChannelOutlook; timing: ChannelTiming | null }

/** The estimates, and in line with each row and column how sure they are. */
export function AdviceGrid({ outlook, timing }: GridProps): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { basis } = outlook;
  const slots = slotsOf(outlook, timing?.slots ?? []);
  const title = sayGridTitle(standingOf(outlook.records, 'hour_band'), translation);
  const days = timingRecords(outlook.records, 'weekday');
  const span = spanOf(outlook.records);
  const axis = hasInterval(recordsOf(outlook.records, 'hour_band')) && <IntervalAxis namesPeople />;
  return (
    <section className="section timing-grid" aria-labelledby="timing-grid">
      <header><Explained word="slot" what={title}><h2 id="timing-grid">{title}</h2></Explained><p>{t('timing.grid.about')} {sayCounted({ posts: basis.isPaidUnknown ? basis.posts : basis.organic, isPaidUnknown: basis.isPaidUnknown, timeZone: outlook.timeZone }, translation)}</p></header>
      <SlotGrid
        caption={t('timing.grid.caption')} slots={slots} beside={<>{t('timing.hour')}{axis}</>}
        besideOf={(band) => <BandVerdict band={band} records={outlook.records} span={span} />}
        below={{ title: t('timing.day'), cells: slots.slice(0, 7).map(({ weekday }) => <DayMark key={weekday} record={days.find(({ level }) => level === weekday)?.record} span={span} />), summary: <DaySummary records={outlook.records} /> }}
      />
      <Reading isDrawn={hasInterval([...recordsOf(outlook.records, 'hour_band'), ...recordsOf(outlook.records, 'weekday')])} />
      <NarrowVerdicts records={outlook.records} span={span} axis={axis} />
      <Preferences outlook={outlook} />
      <TableTools table={timingTable({ outlook, timing, caption: title }, translation)} csv={() => timingCsv({ outlook, timing, caption: title }, translation)} />
    </section>
  );
}

/** On a narrow page the margins of the grid stand below it, as a list. */
function NarrowVerdicts({ records, span, axis }: { records: readonly Recommendation[]; span: number; axis: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="slots-narrow">
      <h3>{t('timing.hour')}</h3>
      {axis}
      <ul className="timing-verdicts">
        {hourBands.map(({ band }) => <li key={band}><BandVerdict band={band} records={records} span={span} name={t(`timing.band.${band}`)} /></li>)}
      </ul>
      <h3>{t('timing.day')}</h3>
      <DaySummary records={records} />
    </div>
  );
}

interface BandProps {
  band: HourBand; records: readonly Recommendation[]; span: number;
  /** Outside the grid it bears its own name. */
  name?: string;
}

function BandVerdict({ band, records, span, name }: BandProps): ReactNode {
  const translation = useTranslation();
  const record = records.find(({ dimension, level }) => dimension === 'hour_band' && level === band);
  const interval = record === undefined ? null : intervalOf(record);
  return (
    <div className="band-verdict">
      {name !== undefined && <b>{name}</b>}
      {interval !== null && <IntervalLine interval={interval} span={span} isSure={isSure(record)} />}
      <p data-sure={isSure(record)}>{sayVerdict(record, translation)}</p>
    </div>
  );
}

function DayMark({ record, span }: { record: Recommendation | undefined; span: number }): ReactNode {
  const translation = useTranslation();
  const interval = record === undefined ? null : intervalOf(record);
  const words = sayVerdict(record, translation);
  return (
    <div className="day-mark">
      {interval !== null && <IntervalLine interval={interval} span={span} isSure={isSure(record)} way="standing" />}
      <span className="visually-hidden">{words}</span>
    </div>
  );
}

/** Where nothing is sure, silence costs too: what to take when there is no preference, without a figure. */
function Preferences({ outlook: { headlines, records } }: { outlook: ChannelOutlook }): ReactNode {
  const { t, write, locale } = useTranslation();
  const moments = headlines.flatMap(({ dimension, recommendationId, bestGuess }) => {
    if ((dimension !== 'hour_band' && dimension !== 'weekday') || recommendationId !== null || bestGuess === null) return [];
    return ['little', 'open'].includes(standingOf(records, dimension).kind) ? [sayWhen({ dimension, level: bestGuess }, adviceWords(locale))] : [];
  });
  return moments.length === 0 ? null : <p className="timing-guess">{t('timing.guess', { list: write.list(moments) })}</p>;
}

/** How the grid is read, the intervals where there are any, and why it has no best cell. */
function Reading({ isDrawn }: { isDrawn: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="timing-reading">
      <p><span className="timing-key" aria-hidden="true">{[1, 2, 3, 4, 5].map((step) => <i key={step} data-step={step} />)}</span>{t('timing.read.colour')}</p>
      {isDrawn && <p>{t('timing.read.band')}</p>}
      <p>{t('timing.read.noBest')}</p>
    </div>
  );
}

/** Half an axis for hours and days together: a wide range is seen to be wide. At least half as many again, at most what any axis has. */
function spanOf(records: readonly Recommendation[]): number {
  const intervals = [...recordsOf(records, 'hour_band'), ...recordsOf(records, 'weekday')].flatMap((record) => intervalOf(record) ?? []);
  const widest = Math.max(...intervals.flatMap(({ low, high }) => [Math.abs(Math.log1p(low)), Math.abs(Math.log1p(high))]));
  return Math.min(intervalSpan(intervals), Math.max(Math.log(1.5), widest));
}

function recordsOf(records: readonly Recommendation[], dimension: 'hour_band' | 'weekday'): Recommendation[] {
  return timingRecords(records, dimension).map(({ record }) => record);
}
