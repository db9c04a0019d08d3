import { addMonths, capitalised, type Channel, type ChannelEffort, daysInMonth, monthOf } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useEffort } from '../../api/effort.queries.js';
import { useChannels } from '../../api/organisation.queries.js';
import { writeHours } from '../../format/hours.js';
import { isMonth } from '../../format/months.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { SelectField } from '../../ui/field.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { MONTH_PARAMETER } from '../../ui/use-month.js';
import { EffortForm } from './effort-form.js';
import { EffortTable } from './effort-table.js';
import { WhereHoursGo } from './where-hours-go.js';
import './effort.css';

/** Hours of what is longer ago are rarely known. */
const MONTHS_OFFERED = 24;

/** Hours of work and euros of a month, channel by channel: two minutes, once a month. */
export function EffortPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name } = useCurrentOrganisation();
  const { month, show } = useAskedMonth();
  useDocumentTitle(t('effort.document'), name);
  const channels = useChannels(slug);
  // The month before too: its hours can be taken over.
  const effort = useEffort({ from: addMonths(month, -1), to: month });
  return (
    <QueryView query={channels} heading={t('effort.document')}>
      {(known) => (known.length === 0 ? <NoChannel /> : <QueryView query={effort} heading={t('effort.document')}>{(entered) => <Month key={month} month={month} onMonth={show} channels={known} entered={entered} />}</QueryView>)}
    </QueryView>
  );
}

function NoChannel(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  return <EmptyState heading={<PageHeading>{t('effort.none.title')}</PageHeading>} action={<ButtonLink kind="act" to={`/o/${slug}/donnees`}>{t('data.back')}</ButtonLink>}>{t('effort.none.text')}</EmptyState>;
}

interface MonthProps { month: string; channels: readonly Channel[]; entered: readonly ChannelEffort[] }

function Month({ month, onMonth, channels, entered }: MonthProps & { onMonth: (month: string) => void }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { slug, role, today } = useCurrentOrganisation();
  return (
    <>
      <div className="page-title">
        <p className="back"><Link to={`/o/${slug}/donnees`}>{t('data.back')}</Link></p>
        <PageHeading>{sayMonth({ month, channels, entered }, translation)}</PageHeading>
        <p>{t('effort.text')}</p>
      </div>
      <div className="effort-month"><SelectField label={t('hand.month.month')} value={month} onChange={(event) => { onMonth(event.target.value); }} choices={offeredMonths(month, today).map((one) => ({ value: one, label: capitalised(write.monthAndYear(one)) }))} /></div>
      {role === 'reader' ? <EffortTable month={month} channels={channels} entered={entered} /> : <EffortForm month={month} channels={channels} entered={entered} />}
      <WhereHoursGo month={month} />
    </>
  );
}

/** The month of the address, whether anything was published in it or not; without one, the last that is over. */
function useAskedMonth(): { month: string; show: (month: string) => void } {
  const { today } = useCurrentOrganisation();
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get(MONTH_PARAMETER) ?? '';
  const month = isMonth(asked) && asked <= monthOf(today) ? asked : addMonths(monthOf(today), -1);
  return { month, show: (wanted) => { setParameters((current) => { current.set(MONTH_PARAMETER, wanted); return current; }, { replace: true, preventScrollReset: true }); } };
}

/** The latest first; an older one that the address asks for is among them. */
function offeredMonths(month: string, today: string): string[] {
  const months = Array.from({ length: MONTHS_OFFERED }, (_, ago) => addMonths(monthOf(today), -ago));
  return months.includes(month) ? months : [...months, month];
}

/** « Octobre 2026 : 22 h de travail, environ 5 par semaine ». */
function sayMonth({ month, channels, entered }: MonthProps, { t, write, locale }: Translation): string {
  const known = channels.flatMap(({ id }) => entered.find(({ channelId }) => channelId === id)?.months.find((one) => one.month === month)?.hours ?? []);
  if (known.length === 0) return t('effort.title.none', { month: capitalised(write.monthAndYear(month)) });
  const hours = known.reduce((sum, one) => sum + one, 0);
  const told = { month: capitalised(write.monthAndYear(month)), hours: writeHours(hours, locale) };
  if (known.length < channels.length) return t('effort.title.some', { ...told, missing: channels.length - known.length });
  return t('effort.title.all', { ...told, week: write.number((hours * 7) / daysInMonth(month), 0) });
}
