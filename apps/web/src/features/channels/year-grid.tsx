import {
  comparedWords, sharedScale, staffRemarks, staffSummary, staffTable, staffWords, toStaffInput, twelveMonthsTo, usualYear, usualYearTitle, yearWindow,
  type ChannelReport, type MonthlyReport, type SharedScale, type StaffInput, type YearWindow,
} from '@portee/shared';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { writeCsv } from '../../format/csv.js';
import { useTranslation } from '../../locales/translation.js';
import { type CaptionedDrawing, marksPainting } from '../../ui/chart/marks-painting.js';
import { SavePicture } from '../../ui/chart/save-picture.js';
import { SmallDrawing } from '../../ui/chart/small-drawing.js';
import { NetworkIcon } from '../../ui/network-icon.js';
import { TableTools } from '../../ui/table-tools.js';

const HEIGHT = 190;
/** In a picture, where nothing stands beside them. */
const PICTURE_HEIGHT = 230;

/** A channel of which the year can be drawn. */
interface KnownYear { channel: ChannelReport; input: StaffInput; window: YearWindow | null }

/** Twelve months of every channel side by side, on one scale: levels can be read across, the months of each read along. */
export function YearGrid({ report }: { report: MonthlyReport }): ReactNode {
  const { t, write, locale } = useTranslation();
  const { say } = comparedWords(locale);
  const years = useMemo(() => report.channels.filter(countsPeople).map((channel) => yearOf(channel, report.month)), [report]);
  const scale = useMemo(() => sharedScale(years.map(({ input }) => input), years.map(({ window }) => window)), [years]);
  const months = twelveMonthsTo(report.month);
  return (
    <section className="section" aria-labelledby="channels-years">
      <header>
        <h2 id="channels-years">{say('compared.scale.title')}</h2>
        {years.length > 0 && <p>{say('compared.scale.text', { first: write.monthAndYear(months[0] ?? ''), last: write.monthAndYear(report.month), step: scale.step })}</p>}
      </header>
      <ul className="years">
        {years.map((year) => <Year key={year.channel.channel.id} year={year} scale={scale} />)}
        {report.channels.filter((channel) => !countsPeople(channel)).map((channel) => (
          <li key={channel.channel.id}>
            <YearName channel={channel} />
            <h3>{t(channel.givesReach ? 'channels.years.notRead' : 'channels.years.notMeasurable')}</h3>
            <p className="years-remark">{t(channel.givesReach ? 'channels.years.notRead.text' : 'channels.years.notMeasurable.text')}</p>
          </li>
        ))}
      </ul>
      {years.length > 0 && <YearsTable years={years} caption={say('compared.scale.title')} picture={<YearsPicture years={years} scale={scale} month={report.month} />} />}
    </section>
  );
}

/** The network counts people, and the readings say how many. */
function countsPeople({ givesReach, headline }: ChannelReport): boolean {
  return givesReach && headline.reason !== 'no-reach';
}

function yearOf(channel: ChannelReport, month: string): KnownYear {
  const input = toStaffInput(channel, [], month);
  return { channel, input, window: yearWindow(input, channel.headline) };
}

function YearName({ channel: { channel, networkLabel } }: Pick<KnownYear, 'channel'>): ReactNode {
  return <p className="years-channel"><NetworkIcon network={channel.network} />{networkLabel}<span>{channel.name}</span></p>;
}

function Year({ year: { channel, input, window }, scale }: { year: KnownYear; scale: SharedScale }): ReactNode {
  const { locale } = useTranslation();
  const words = staffWords(locale);
  const draw = useCallback((width: number) => usualYear(input, scale, { width, height: HEIGHT, words, window }), [input, scale, words, window]);
  const title = usualYearTitle(input, window, words);
  return (
    <li>
      <YearName channel={channel} />
      <h3>{title}</h3>
      <SmallDrawing draw={draw} label={window === null ? staffSummary(input, words) : `${channel.networkLabel}. ${title}`} />
      <div>{staffRemarks(input, words).map((remark) => <p key={remark} className="years-remark">{remark}</p>)}</div>
    </li>
  );
}

/** All of them in one picture, one under the other, each with what it says. */
function YearsPicture({ years, scale, month }: { years: readonly KnownYear[]; scale: SharedScale; month: string }): ReactNode {
  const { write, locale } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const { say } = comparedWords(locale);
  const words = staffWords(locale);
  const remarks = years.flatMap(({ channel, input }) => staffRemarks(input, words).map((remark) => `${channel.networkLabel}. ${remark}`));
  const drawings = (): CaptionedDrawing[] => years.map(({ channel, input, window }) => ({
    caption: `${channel.networkLabel}, ${channel.channel.name}. ${usualYearTitle(input, window, words)}`, draw: (width) => usualYear(input, scale, { width, height: PICTURE_HEIGHT, words, window }),
  }));
  return (
    <SavePicture
      file={`${slug}-${month}-years`} readAt={latest(years.map(({ channel }) => channel.channel.observedAt))} title={say('compared.scale.title')}
      lines={[say('compared.scale.text', { first: write.monthAndYear(twelveMonthsTo(month)[0] ?? ''), last: write.monthAndYear(month), step: scale.step }), ...remarks]}
      painting={() => marksPainting(drawings())}
    />
  );
}

function latest(instants: readonly (string | null)[]): string | null {
  return instants.flatMap((instant) => instant ?? []).toSorted().at(-1) ?? null;
}

/** All of them as one table: a line a month of a channel. */
function YearsTable({ years, caption, picture }: { years: readonly KnownYear[]; caption: string; picture: ReactNode }): ReactNode {
  const { t, locale } = useTranslation();
  const words = staffWords(locale);
  const tables = years.map(({ channel, input }) => ({ channel, ...staffTable(input, words) }));
  const columns = [t('channels.col.canal'), ...(tables[0]?.columns ?? [])];
  const rows = tables.flatMap(({ channel, rows: months }) => months.map((month) => [`${channel.networkLabel}, ${channel.channel.name}`, ...month]));
  return <TableTools table={{ caption, columns, rows, wordy: [1, columns.length - 1] }} csv={() => writeCsv([columns, ...rows])} also={picture} />;
}
