import {
  comparedWords, sharedScale, staffRemarks, staffSummary, staffTable, staffTitle, staffWords, toStaffInput, usualYear,
  type ChannelReport, type MonthlyReport, type SharedScale, type StaffInput,
} from '@portee/shared';
import { useCallback, useMemo, type ReactNode } from 'react';
import { writeCsv } from '../../format/csv.js';
import { useTranslation } from '../../locales/translation.js';
import { SmallDrawing } from '../../ui/chart/small-drawing.js';
import { NetworkIcon } from '../../ui/network-icon.js';
import { TableTools } from '../../ui/table-tools.js';

const HEIGHT = 190;

/** Twelve months of every channel side by side, on one scale: levels can be read across, the months of each read along. */
export function YearGrid({ report }: { report: MonthlyReport }): ReactNode {
  const { t, write, locale } = useTranslation();
  const { say } = comparedWords(locale);
  const years = useMemo(() => report.channels.filter(({ givesReach }) => givesReach).map((channel) => ({ channel, input: toStaffInput(channel, [], report.month) })), [report]);
  const scale = useMemo(() => sharedScale(years.map(({ input }) => input)), [years]);
  const unmeasured = report.channels.filter(({ givesReach }) => !givesReach);
  const [months] = years.map(({ input }) => input.months);
  if (months === undefined) return null;
  return (
    <section className="section" aria-labelledby="channels-years">
      <header>
        <h2 id="channels-years">{say('compared.scale.title')}</h2>
        <p>{say('compared.scale.text', { first: write.monthAndYear(months[0] ?? ''), last: write.monthAndYear(months.at(-1) ?? ''), step: scale.step })}</p>
      </header>
      <ul className="years">
        {years.map(({ channel, input }) => <Year key={channel.channel.id} channel={channel} input={input} scale={scale} />)}
        {unmeasured.map((channel) => (
          <li key={channel.channel.id}>
            <p className="years-channel"><NetworkIcon network={channel.channel.network} />{channel.networkLabel}<span>{channel.channel.name}</span></p>
            <h3>{t('channels.years.notMeasurable')}</h3>
            <p className="years-remark">{t('channels.years.notMeasurable.text')}</p>
          </li>
        ))}
      </ul>
      <YearsTable years={years} caption={say('compared.scale.title')} />
    </section>
  );
}

interface YearProps { channel: ChannelReport; input: StaffInput; scale: SharedScale }

function Year({ channel: { channel, networkLabel }, input, scale }: YearProps): ReactNode {
  const { locale } = useTranslation();
  const words = staffWords(locale);
  const draw = useCallback((width: number) => usualYear(input, scale, { width, height: HEIGHT, words }), [input, scale, words]);
  return (
    <li>
      <p className="years-channel"><NetworkIcon network={channel.network} />{networkLabel}<span>{channel.name}</span></p>
      <h3>{staffTitle(input, words)}</h3>
      <SmallDrawing draw={draw} label={staffSummary(input, words)} />
      <div>{staffRemarks(input, words).map((remark) => <p key={remark} className="years-remark">{remark}</p>)}</div>
    </li>
  );
}

/** All of them as one table: a line a month of a channel. */
function YearsTable({ years, caption }: { years: readonly Pick<YearProps, 'channel' | 'input'>[]; caption: string }): ReactNode {
  const { t, locale } = useTranslation();
  const words = staffWords(locale);
  const tables = years.map(({ channel, input }) => ({ channel, ...staffTable(input, words) }));
  const columns = [t('channels.col.canal'), ...(tables[0]?.columns ?? [])];
  const rows = tables.flatMap(({ channel, rows: months }) => months.map((month) => [`${channel.networkLabel}, ${channel.channel.name}`, ...month]));
  return <TableTools table={{ caption, columns, rows, wordy: [1, columns.length - 1] }} csv={() => writeCsv([columns, ...rows])} />;
}
