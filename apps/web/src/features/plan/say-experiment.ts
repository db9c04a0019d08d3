import { adviceWords, type Experiment, sayWhen } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

type Tried = Pick<Experiment, 'dimension' | 'level' | 'against'>;
type ArmName = 'level' | 'against';
const armNames = ['level', 'against'] as const;

/** « en début de soirée » and « le matin » */
export function sayArms({ dimension, level, against }: Tried, locale: Translation['locale']): { when: string; against: string } {
  const words = adviceWords(locale);
  return { when: sayWhen({ dimension, level }, words), against: sayWhen({ dimension, level: against }, words) };
}

/** What one of them is called; null: nothing was drawn yet. */
export function sayDrawn({ dimension }: Pick<Experiment, 'dimension'>, drawn: string | null, locale: Translation['locale']): string {
  return drawn === null ? '' : sayWhen({ dimension, level: drawn }, adviceWords(locale));
}

/** « Publier en début de soirée ou le matin ? » */
export function sayQuestion(tried: Tried, { t, locale }: Translation): string {
  return t('experiment.title', sayArms(tried, locale));
}

export interface SaidArm { arm: ArmName; title: string; facts: string[] }

/** Each side: how many of its posts count, and what became of the others. */
export function sayProgressOfArms(experiment: Experiment, translation: Translation): SaidArm[] {
  const { progress } = experiment;
  if (progress === null) return [];
  const arms = sayArms(experiment, translation.locale);
  return armNames.map((arm) => {
    const { done, planned } = progress.arms[arm];
    return { arm, title: translation.t('experiment.arm', { when: arm === 'level' ? arms.when : arms.against, done, planned }), facts: factsOf(experiment, arm, translation) };
  });
}

function factsOf({ progress, slots, state }: Experiment, arm: ArmName, { t }: Translation): string[] {
  if (progress === null) return [];
  const { done, lost, otherwise } = progress.arms[arm];
  const own = slots.filter((slot) => slot.arm === arm);
  const published = own.filter((slot) => slot.state === 'published').length;
  const half = own.filter((slot) => isHalf(slot, slots)).length;
  const counts = {
    placed: own.filter((slot) => slot.state === 'placed').length, growing: state === 'read' ? 0 : Math.max(0, published - done - lost.deleted - lost['not-counted']),
    deleted: lost.deleted, half: Math.min(half, lost['never-published']), never: Math.max(0, lost['never-published'] - half), uncounted: lost['not-counted'], otherwise,
  };
  // What was planned and is over is told as lost.
  const told = state === 'read' ? { ...counts, placed: 0 } : counts;
  return (['placed', 'growing', 'otherwise', 'half', 'deleted', 'never', 'uncounted'] as const).flatMap((kind) => (told[kind] > 0 ? [t(`experiment.arm.${kind}`, { count: told[kind] })] : []));
}

/** The empty place of a pair whose week ended with one post in it. */
function isHalf(slot: Experiment['slots'][number], slots: Experiment['slots']): boolean {
  if (slot.state !== 'given-up' || slot.plannedPostId !== null) return false;
  return slots.some(({ block, position, state }) => block === slot.block && position !== slot.position && state !== 'given-up' && state !== 'free');
}
