import { addMonths, capitalised, type Channel, type ChannelEffort, daysInMonth, monthOf } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useEffort } from '../../api/effort.queries.js';
import { writeHours } from '../../format/hours.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { QueryView } from '../../ui/query-view.js';
import { useOwnNames } from '../../ui/use-channel-names.js';

/** How far back the last hours entered are looked for. */
const MONTHS_SHOWN = 6;

/** Hours of the last month that has any, and the way to enter those that wait. */
export function EffortSection({ channels }: { channels: readonly Channel[] }): ReactNode {
  const { t, write } = useTranslation();
  const { slug, today } = useCurrentOrganisation();
  const thisMonth = monthOf(today);
  const effort = useEffort({ from: addMonths(thisMonth, 1 - MONTHS_SHOWN), to: thisMonth });
  return (
    <section className="section two-columns" aria-labelledby="data-effort">
      <QueryView query={effort}>
        {(entered) => {
          const month = monthToEnter(entered, thisMonth);
          return (
            <>
              <div>
                <h2 id="data-effort">{t('effort.section.title')}</h2>
                <p className="note quiet effort-text">{t('effort.section.text')}</p>
                <div className="row data-actions"><ButtonLink to={`/o/${slug}/donnees/heures?mois=${month}`}>{t('effort.section.enter', { month: write.month(month) })}</ButtonLink></div>
              </div>
              <LastHours channels={channels} entered={entered} thisMonth={thisMonth} />
            </>
          );
        }}
      </QueryView>
    </section>
  );
}

/** The last month that is over, until each of its channels has its hours; then the month under way. */
function monthToEnter(entered: readonly ChannelEffort[], thisMonth: string): string {
  const last = addMonths(thisMonth, -1);
  return entered.some(({ months }) => months.find(({ month }) => month === last)?.hours === null) ? last : thisMonth;
}

interface LastHoursProps { channels: readonly Channel[]; entered: readonly ChannelEffort[]; thisMonth: string }

function LastHours({ channels, entered, thisMonth }: LastHoursProps): ReactNode {
  const { t, write, locale } = useTranslation();
  const nameOf = useOwnNames(channels);
  const worked = entered.flatMap(({ channelId, months }) => months.flatMap(({ month, hours }) => (hours === null ? [] : [{ channelId, month, hours }])));
  const month = worked.map((one) => one.month).toSorted().at(-1);
  if (month === undefined) return <p className="note quiet">{t('effort.section.none')}</p>;
  const rows = channels.flatMap(({ id }) => worked.filter((one) => one.channelId === id && one.month === month).map(({ hours }) => ({ id, hours })));
  const all = rows.reduce((sum, { hours }) => sum + hours, 0);
  const named = write.monthAndYear(month);
  // Of the month under way, no week is usual yet.
  const sum = month === thisMonth ? t('effort.section.sum.underWay', { month: capitalised(named) }) : t('effort.section.sum', { month: capitalised(named), week: write.number((all * 7) / daysInMonth(month), 0) });
  return (
    <table className="effort-hours">
      <caption className="visually-hidden">{t('effort.section.caption', { month: named })}</caption>
      <tbody>{rows.map(({ id, hours }) => <tr key={id}><th scope="row">{nameOf(id)}</th><td>{writeHours(hours, locale)}</td></tr>)}</tbody>
      <tfoot><tr><th scope="row">{sum}</th><td>{writeHours(all, locale)}</td></tr></tfoot>
    </table>
  );
}
