import { adviceWords, type Experiment, localDay, sayAnswer, type TestedRecord } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { CertaintySign } from '../../ui/advice/certainty-sign.js';
import { TestedRange } from '../../ui/advice/tested-range.js';
import { ExperimentArms } from './experiment-arms.js';
import { sayArms, sayQuestion } from './say-experiment.js';

interface ReadProps { experiment: Experiment; place: string }

/** One that was read: what it says, once and for all. */
export function ExperimentRead({ experiment, place }: ReadProps): ReactNode {
  const { t, write, locale } = useTranslation();
  const { timeZone } = useCurrentOrganisation();
  const words = adviceWords(locale);
  const record = recordOf(experiment, timeZone);
  const said = record === null ? null : sayAnswer(record, words);
  const over = t('experiment.over', { from: write.longDay(experiment.startsDay), to: write.longDay(endOf(experiment, timeZone)) });
  return (
    <article className="advice" data-mark={said?.mark ?? 'dashed'}>
      <p className="advice-sure"><CertaintySign mark={said?.mark ?? 'dashed'} /><span>{said?.state ?? t('experiment.few.state')} <span className="advice-place">{place}</span></span></p>
      <div className="advice-body">
        {record === null || said === null ? <TooFew experiment={experiment} /> : <><h3>{said.title}</h3><p>{said.text}</p><TestedRange record={record} words={words} /></>}
        <ExperimentArms experiment={experiment} />
        <p className="note quiet">{over}</p>
      </div>
    </article>
  );
}

function TooFew({ experiment }: { experiment: Experiment }): ReactNode {
  const translation = useTranslation();
  const { t, locale } = translation;
  const { progress } = experiment;
  return (
    <>
      <h3>{sayQuestion(experiment, translation)}</h3>
      {progress !== null && <p>{t('experiment.few', { level: progress.arms.level.done, other: progress.arms.against.done, ...sayArms(experiment, locale) })}</p>}
    </>
  );
}

/** What it says as cards say it; null: it has no figure. */
function recordOf(experiment: Experiment, timeZone: string): TestedRecord | null {
  const { result, progress, dimension, level, against, givenUpBefore } = experiment;
  if (result?.state !== 'tested' || progress === null) return null;
  const { verdict, effect, low, high, isShort } = result;
  return { dimension, level, verdict, effect, low, high, tested: { against, posts: progress.done, isShort, givenUpBefore, day: endOf(experiment, timeZone) } };
}

function endOf({ endedAt, lastDay }: Experiment, timeZone: string): string {
  return endedAt === null ? lastDay : localDay(new Date(endedAt), timeZone);
}
