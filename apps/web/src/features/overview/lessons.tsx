import {
  adviceWords, chooseThree, inPlanSince, movementOf, sayRecommendation, settledDecisions, withoutSetAside, type ChannelOutlook, type ChosenThing, type MonthlyReport, type RecommendationDecision,
} from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useExperiments } from '../../api/experiments.queries.js';
import { useOutlooks } from '../../api/outlook.queries.js';
import { useDecisions } from '../../api/plan.queries.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { AdviceCard } from '../../ui/advice/advice-card.js';
import { usePlaceNames } from '../../ui/advice/use-place-names.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { Slab } from '../../ui/slab.js';
import { LoadingState } from '../../ui/states.js';
import { LessonSide } from './lesson-side.js';
import { Movement } from './movement.js';
import { Waiting } from './waiting.js';
import './lessons.css';

/** How the main channel's reach moves, and three things to draw from all channels. The rest of the page stands without it. */
export function Lessons({ report }: { report: MonthlyReport }): ReactNode {
  const { t } = useTranslation();
  const outlooks = useOutlooks();
  const decisions = useDecisions();
  // Cards say what is being tested: they do not change under the eye.
  const experiments = useExperiments();
  if (outlooks.data !== undefined && !decisions.isPending && !experiments.isPending) return <Told outlooks={outlooks.data} decisions={decisions.data ?? []} mainChannelId={report.mainChannelId} />;
  if (outlooks.error === null) return <LoadingState label={t('lessons.loading')} />;
  return (
    <div className="section">
      <Slab
        title={t('lessons.failed')} happened={sayProblem(outlooks.error, t)} safe={t('lessons.failed.safe')} todo={t('failure.todo')}
        action={<Button kind="act" onClick={() => { void outlooks.refetch(); }}>{t('failure.retry')}</Button>}
      />
    </div>
  );
}

interface ToldProps { outlooks: readonly ChannelOutlook[]; decisions: readonly RecommendationDecision[]; mainChannelId: string | null }

function Told({ outlooks, decisions, mainChannelId }: ToldProps): ReactNode {
  const { t, locale } = useTranslation();
  const { today, timeZone } = useCurrentOrganisation();
  const words = adviceWords(locale);
  const placeOf = usePlaceNames(outlooks);
  const main = outlooks.find(({ channelId, givesReach }) => channelId === mainChannelId && givesReach) ?? null;
  const movement = main === null ? null : movementOf(main);
  const settled = settledDecisions(outlooks, { decisions, today, timeZone });
  const things = chooseThree(withoutSetAside(outlooks, settled), movement === null ? [] : [movement]);
  return (
    <>
      {main !== null && movement !== null && <Movement outlook={main} record={movement} place={placeOf(main)} />}
      <section className="section" aria-labelledby="lessons">
        <header><h2 id="lessons">{titleOf(things, t)}</h2><p>{t(things.length === 0 ? 'lessons.nothing' : 'lessons.intro')}</p></header>
        {things.map(({ outlook, record }) => (
          <AdviceCard key={record.id} outlook={outlook} record={record} place={placeOf(outlook)} side={<LessonSide record={record} since={inPlanSince(record.id, settled)} />}>
            <Waiting outlook={outlook} record={record} />
          </AdviceCard>
        ))}
        {things.some(({ outlook, record }) => sayRecommendation(record, outlook, words).help !== null) && <p className="note quiet lessons-help">{words.say('advice.help')}</p>}
      </section>
    </>
  );
}

function titleOf(things: readonly ChosenThing[], t: Translation['t']): string {
  if (things.length === 0) return t('lessons.title.nothing');
  if (things.every(({ record: { reason } }) => reason === 'no-reach')) return t('lessons.title.noReach');
  if (things.every(({ record: { verdict } }) => verdict === 'not_enough_data')) return t('lessons.title.waiting');
  return t(things.length >= 3 ? 'lessons.title.3' : things.length === 2 ? 'lessons.title.2' : 'lessons.title.1');
}
