import { type Experiment, localDay } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useExperiments } from '../../api/experiments.queries.js';
import { useChannels } from '../../api/organisation.queries.js';
import { useAppointments } from '../../api/plan-calendar.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Explained } from '../../ui/explain.js';
import { QueryView } from '../../ui/query-view.js';
import { useChannelNames } from '../../ui/use-channel-names.js';
import { PlaceDialog } from './experiment-place.js';
import { ExperimentRead } from './experiment-read.js';
import { ExperimentUnderWay } from './experiment-under-way.js';
import { sayQuestion } from './say-experiment.js';
import { useRowFocus } from '../../ui/use-row-focus.js';
import './experiments.css';

/** Its heading, to which one goes from elsewhere on the page. */
export const EXPERIMENTS = 'plan-experiments';

/** Two ways of publishing, tried by drawn lots: those under way with their progress, those that were read with what they say. */
export function ExperimentsSection(): ReactNode {
  const { t } = useTranslation();
  const experiments = useExperiments();
  const { box, listeners } = useRowFocus<HTMLElement>((experiments.data ?? []).filter(({ state }) => state === 'under_way').map(({ id }) => id));
  return (
    <section ref={box} {...listeners} className="section" aria-labelledby={EXPERIMENTS}>
      <header><Explained word="tested" what={t('experiment.section')}><h2 id={EXPERIMENTS} tabIndex={-1}>{t('experiment.section')}</h2></Explained><p>{t(experiments.data?.length === 0 ? 'experiment.none' : 'experiment.section.text')}</p></header>
      <QueryView query={experiments}>{(known) => <Experiments experiments={known} />}</QueryView>
    </section>
  );
}

function Experiments({ experiments }: { experiments: readonly Experiment[] }): ReactNode {
  const { slug } = useCurrentOrganisation();
  const channelName = useChannelNames(useChannels(slug).data ?? []);
  const roles = [...new Set((useAppointments().data ?? []).flatMap(({ role }) => role ?? []))];
  // As it stood when it was opened: the answer about its post outlives the next reading of the list.
  const [posting, setPosting] = useState<Experiment | null>(null);
  const of = (state: Experiment['state']): Experiment[] => experiments.filter((one) => one.state === state);
  const dropped = of('given_up');
  return (
    <>
      {of('under_way').map((experiment) => <ExperimentUnderWay key={experiment.id} experiment={experiment} place={channelName(experiment.channelId)} onPost={() => { setPosting(experiment); }} />)}
      {of('read').map((experiment) => <ExperimentRead key={experiment.id} experiment={experiment} place={channelName(experiment.channelId)} />)}
      {dropped.length > 0 && <Dropped experiments={dropped} channelName={channelName} />}
      <PlaceDialog experiment={posting} roles={roles} onClose={() => { setPosting(null); }} />
    </>
  );
}

/** Kept, folded away: what was begun and given up is not hidden. */
function Dropped({ experiments, channelName }: { experiments: readonly Experiment[]; channelName: (channelId: string) => string }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { timeZone } = useCurrentOrganisation();
  const dayOf = (instant: string): string => write.longDay(localDay(new Date(instant), timeZone));
  return (
    <details className="plan-ended">
      <summary>{t('experiment.dropped', { count: experiments.length })}</summary>
      <ul className="line-list">
        {experiments.map((experiment) => (
          <li key={experiment.id}>
            <div><b>{sayQuestion(experiment, translation)}</b><small>{[channelName(experiment.channelId), t('experiment.dropped.line', { from: dayOf(experiment.startedAt), to: dayOf(experiment.endedAt ?? experiment.startedAt) })].filter((part) => part !== '').join('\u00A0· ')}</small></div>
          </li>
        ))}
      </ul>
    </details>
  );
}
