import { adviceWords, sayEffect, saySize, sayWhen, type Experiment, type KeptAppointment } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

interface Said { title: string; text: string }

/** « Les jeudis de la création : 4 fois sur 5 » */
export function sayKept({ title, past, kept, keptLikely, until }: KeptAppointment, { t }: Translation): Said {
  if (until === null) return { title, text: t('review.kept.unread') };
  if (past === 0) return { title, text: t('review.kept.none') };
  return { title, text: keptLikely === 0 ? t('review.kept', { kept, past }) : `${t('review.kept', { kept, past })} ${t('review.kept.likely', { count: keptLikely })}` };
}

/** What is compared, and how far it is or what it said. Nothing of an effect before it is read. */
export function sayExperiment(experiment: Experiment, endedDay: string | null, { t, write, locale }: Translation): Said {
  const words = adviceWords(locale);
  const { dimension, level, against, progress, result, lastDay } = experiment;
  const title = t('review.experiment', { when: sayWhen({ dimension, level }, words), against: sayWhen({ dimension, level: against }, words) });
  if (result === null) {
    const until = write.longDay(lastDay);
    return { title, text: progress === null ? t('review.experiment.underWay', { day: until }) : t('review.experiment.progress', { done: progress.done, planned: progress.planned, day: until }) };
  }
  const day = write.longDay(endedDay ?? lastDay);
  if (result.state === 'not_enough_data') return { title, text: t('review.experiment.notEnough', { day }) };
  const { verdict, effect, low, high, isShort } = result;
  const range = { day, size: saySize(effect, words), low: sayEffect(low, words), high: sayEffect(high, words), posts: progress?.done ?? 0 };
  return { title, text: [t(`review.experiment.${verdict}`, range), ...(isShort ? [t('review.experiment.short')] : [])].join(' ') };
}
