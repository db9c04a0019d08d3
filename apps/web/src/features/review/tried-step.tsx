import { firstDay, lastDay, localDay, type MonthlyReport, type PlanLine, type PlanOutcome, quarterOf } from '@portee/shared';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useExperiments } from '../../api/experiments.queries.js';
import { useObjectives } from '../../api/objectives.queries.js';
import { useChannels } from '../../api/organisation.queries.js';
import { usePlanLines } from '../../api/plan.queries.js';
import { useKeptAppointments, usePlanOutcomes } from '../../api/plan-links.queries.js';
import { type Translation, useTranslation } from '../../locales/translation.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { useChannelNames } from '../../ui/use-channel-names.js';
import { sayProgress, sayTarget } from '../../ui/decide/say-objective.js';
import { sayOutcome, sayOutcomeState } from '../../ui/decide/say-outcome.js';
import { sayExperiment, sayKept } from './say-tried.js';

/** What the plan held in that month, and what became of it. Each part has its own request and its own failure. */
export function TriedStep({ report: { month } }: { report: MonthlyReport }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { slug, today, timeZone } = useCurrentOrganisation();
  const channelName = useChannelNames(useChannels(slug).data ?? []);
  const span = { from: firstDay(month), to: lastDay(month) };
  const isOfMonth = ({ fromDay, toDay }: { fromDay: string; toDay: string | null }): boolean => fromDay <= span.to && (toDay === null || toDay >= span.from);
  const outcomes = usePlanOutcomes().data ?? [];
  const ended = (instant: string | null): string | null => instant && localDay(new Date(instant), timeZone);
  const parts: Part[] = [
    partOf('kept', useKeptAppointments(span), (all) => all.map((one) => ({ key: one.appointmentId, ...sayKept(one, translation), place: channelName(one.channelId) }))),
    partOf('experiments', useExperiments(), (all) => all
      .filter(({ startsDay, endedAt, state }) => state !== 'given_up' && isOfMonth({ fromDay: startsDay, toDay: ended(endedAt) }))
      .map((one) => ({ key: one.id, ...sayExperiment(one, ended(one.endedAt), translation), place: channelName(one.channelId) }))),
    partOf('lines', usePlanLines(), (all) => all.filter(isOfMonth).map((line) => ({ key: line.id, title: line.title, text: sayLine(line, outcomes, translation), place: line.channelId === null ? t('plan.line.allChannels') : channelName(line.channelId) }))),
    partOf('objectives', useObjectives(), (all) => all.filter(({ quarter }) => quarter === quarterOf(span.to)).map((one) => ({ key: one.id, title: sayTarget(one, channelName(one.channelId), translation), text: sayProgress(one, today, translation), place: '' }))),
  ];
  if (parts.every(({ things }) => things?.length === 0)) return <EmptyState title={t('review.tried.none', { month: write.monthAndYear(month) })}>{t('review.tried.none.text')}</EmptyState>;
  return parts.map((part) => <PartView key={part.name} part={part} />);
}

/** What it is, and what following it changed as far as that is known today. */
function sayLine({ id, kind }: PlanLine, outcomes: readonly PlanOutcome[], translation: Translation): string {
  const { t, locale } = translation;
  const outcome = outcomes.find(({ lineId }) => lineId === id);
  if (outcome === undefined || outcome.kind === 'unmeasured') return t(`plan.kind.${kind}`);
  const [found = ''] = sayOutcome(outcome, translation);
  // After a colon a sentence goes on small.
  return t('review.tried.outcome', { kind: t(`plan.kind.${kind}`), state: sayOutcomeState(outcome, translation).state, found: found.slice(0, 1).toLocaleLowerCase(locale) + found.slice(1) });
}

interface Thing { key: string; title: string; text: string; place: string }
interface Part {
  name: 'kept' | 'experiments' | 'lines' | 'objectives';
  query: UseQueryResult<unknown>;
  /** Null: not read. */
  things: Thing[] | null;
}

function partOf<Data>(name: Part['name'], query: UseQueryResult<Data>, say: (data: Data) => Thing[]): Part {
  return { name, query, things: query.data === undefined ? null : say(query.data) };
}

function PartView({ part: { name, query, things } }: { part: Part }): ReactNode {
  const { t } = useTranslation();
  if (things?.length === 0) return null;
  return (
    <section className="section" aria-labelledby={`review-${name}`}>
      <header><h2 id={`review-${name}`}>{t(`review.tried.${name}`)}</h2></header>
      <QueryView query={query}>
        {() => <ul className="review-list">{things?.map(({ key, title, text, place }) => <li key={key}><b>{title}</b><span className="note">{text}</span>{place !== '' && <small>{place}</small>}</li>)}</ul>}
      </QueryView>
    </section>
  );
}
