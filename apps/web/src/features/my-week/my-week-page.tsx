import { addDays, capitalised, type PlanEntry } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels } from '../../api/organisation.queries.js';
import { usePlanCalendar } from '../../api/plan-calendar.queries.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { useChannelNames } from '../../ui/use-channel-names.js';
import { BestMoments } from './best-moments.js';
import { LastPosts } from './last-posts.js';
import { PlannedList } from './planned-list.js';
import './my-week.css';

/** Two weeks: what is planned for the next one may be prepared in this one. */
const DAYS_AHEAD = 13;
/** More would bury what comes after it on a phone. */
const MOST_SHOWN = 5;

/** For whoever publishes: what next, when, and how the last ones did. */
export function MyWeekPage(): ReactNode {
  const { t } = useTranslation();
  const { name, today } = useCurrentOrganisation();
  useDocumentTitle(t('nav.week'), name);
  const until = addDays(today, DAYS_AHEAD);
  const calendar = usePlanCalendar({ from: today, to: until });
  return (
    <div className="my-week">
      <QueryView query={calendar} heading={t('nav.week')}>{({ entries }) => <Next entries={entries.toSorted((a, b) => a.instant.localeCompare(b.instant))} until={until} />}</QueryView>
      <LastPosts />
      <BestMoments />
    </div>
  );
}

function Next({ entries, until }: { entries: readonly PlanEntry[]; until: string }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { slug } = useCurrentOrganisation();
  const channels = useChannels(slug);
  const channelName = useChannelNames(channels.data ?? []);
  const [first] = entries;
  const rest = entries.length - MOST_SHOWN;
  return (
    <>
      <div className="page-title"><PageHeading>{sayNext(first, until, translation)}</PageHeading>{first === undefined && <p>{t('week.next.none')}</p>}</div>
      {first !== undefined && <PlannedList entries={entries.slice(0, MOST_SHOWN)} channelName={channelName} />}
      <p className="my-week-plan">{rest > 0 && <span>{t('week.next.more', { count: rest })} </span>}{channels.data?.length === 0 ? <ButtonLink to={`/o/${slug}/donnees`}>{t('calendar.empty.addChannel')}</ButtonLink> : <ButtonLink to={`/o/${slug}/plan#plan-calendar`}>{t('week.next.plan')}</ButtonLink>}</p>
    </>
  );
}

/** « Jeudi 26 novembre à 18 h 30 : Les coulisses » */
function sayNext(entry: PlanEntry | undefined, until: string, { t, write }: Translation): string {
  if (entry === undefined) return t('week.title.none', { day: write.shortDay(until) });
  return t('week.title', { day: capitalised(write.weekday(entry.day)), time: write.time(entry.time), title: entry.title });
}
