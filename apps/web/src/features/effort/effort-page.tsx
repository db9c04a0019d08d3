import { addMonths, capitalised, type Channel, type ChannelEffort, daysInMonth, may, monthOf } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useEffort } from '../../api/effort.queries.js';
import { useChannels } from '../../api/organisation.queries.js';
import { writeHours } from '../../format/hours.js';
import { isMonth, MONTH_PARAMETER } from '../../format/months.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { BackLink } from '../../ui/back-link.js';
import { ButtonLink } from '../../ui/button.js';
import { SelectField } from '../../ui/field.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { useAddress, withParameter } from '../../ui/use-address.js';
import { EffortForm } from './effort-form.js';
import { EffortTable } from './effort-table.js';
import { monthOfChannel } from './effort-written.js';
import { WhereHoursGo } from './where-hours-go.js';
import './effort.css';

/** Hours of what is longer ago are rarely known. */
const MONTHS_OFFERED = 24;

/** Hours of work and euros of a month, channel by channel: two minutes, once a month. */
export function EffortPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name } = useCurrentOrganisation();
  useDocumentTitle(t('effort.document'), name);
  const channels = useChannels(slug);
  return <QueryView query={channels} heading={t('effort.document')}>{(known) => (known.length === 0 ? <NoChannel /> : <Asked channels={known} />)}</QueryView>;
}

function NoChannel(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  return <EmptyState heading={<PageHeading>{t('effort.none.title')}</PageHeading>} action={<ButtonLink kind="act" to={`/o/${slug}/donnees`}>{t('data.back')}</ButtonLink>}>{t('effort.none.text')}</EmptyState>;
}

/** The choice of the month outlives each change of it: it may hold the focus. */
function Asked({ channels }: { channels: readonly Channel[] }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { slug, role, today } = useCurrentOrganisation();
  const { month, show } = useAskedMonth();
  // The month before too: its hours can be taken over.
  const effort = useEffort({ from: addMonths(month, -1), to: month });
  return (
    <>
      <div className="page-title">
        <BackLink to={`/o/${slug}/donnees`}>{t('data.back')}</BackLink>
        <PageHeading>{sayMonth({ month, channels, entered: effort.data ?? [], today }, translation)}</PageHeading>
        <p>{t('effort.text')}</p>
      </div>
      <div className="effort-month"><SelectField label={t('hand.month.month')} value={month} onChange={(event) => { show(event.target.value); }} choices={offeredMonths(month, today).map((one) => ({ value: one, label: capitalised(write.monthAndYear(one)) }))} /></div>
      <QueryView query={effort}>
        {(entered) => (may(role, 'enterFigures') ? <EffortForm key={month} month={month} channels={channels} entered={entered} /> : <EffortTable month={month} channels={channels} entered={entered} />)}
      </QueryView>
      <WhereHoursGo month={month} channels={channels} />
    </>
  );
}

/** The month of the address, whether anything was published in it or not; without one, the last that is over. */
function useAskedMonth(): { month: string; show: (month: string) => void } {
  const { today } = useCurrentOrganisation();
  const [address, change] = useAddress();
  const asked = address.get(MONTH_PARAMETER) ?? '';
  const month = isMonth(asked) && asked <= monthOf(today) ? asked : addMonths(monthOf(today), -1);
  return { month, show: (wanted) => { change(withParameter(MONTH_PARAMETER, wanted)); } };
}

/** The latest first; an older one that the address asks for is among them. */
function offeredMonths(month: string, today: string): string[] {
  const months = Array.from({ length: MONTHS_OFFERED }, (_, ago) => addMonths(monthOf(today), -ago));
  return months.includes(month) ? months : [...months, month];
}

interface Told { month: string; channels: readonly Channel[]; entered: readonly ChannelEffort[]; today: string }

/** « Octobre 2026 : 22 h de travail, environ 5 par semaine »; the month under way has no week that is usual. */
function sayMonth({ month, channels, entered, today }: Told, { t, write, locale }: Translation): string {
  const known = channels.flatMap(({ id }) => monthOfChannel(entered, { channelId: id, month })?.hours ?? []);
  if (known.length === 0) return t('effort.title.none', { month: capitalised(write.monthAndYear(month)) });
  const hours = known.reduce((sum, one) => sum + one, 0);
  const told = { month: capitalised(write.monthAndYear(month)), hours: writeHours(hours, locale) };
  if (known.length < channels.length) return t('effort.title.some', { ...told, missing: channels.length - known.length });
  return month === monthOf(today) ? t('effort.title.underWay', told) : t('effort.title.all', { ...told, week: write.number((hours * 7) / daysInMonth(month), 0) });
}
