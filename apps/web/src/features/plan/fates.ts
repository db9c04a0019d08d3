import type { PlanFate } from '@portee/shared';

/** What became of entries, by their keys. */
export type Fates = ReadonlyMap<string, PlanFate>;

export function fatesByEntry(fates: readonly PlanFate[]): Fates {
  return new Map(fates.map((fate) => [fate.entry, fate]));
}

/** What is to be seen of an entry's fate; null: it is to come, or nothing is known of any. */
export type SeenFate = 'filled' | 'likely' | 'missed' | 'awaited';

/** One that is awaited is only told of once its day is over. */
export function seenFate(fate: PlanFate | undefined, { day, today }: { day: string; today: string }): SeenFate | null {
  if (fate === undefined || (fate.state === 'awaited' && day >= today)) return null;
  return fate.how === 'likely' ? 'likely' : fate.state;
}
