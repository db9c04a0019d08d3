import { type Collection, type IngestionRun, may, type MeasureRefusal, type Role } from '@portee/shared';

/** What a channel's row says beside its state, each in a sentence. */
export type Need = 'reconnect' | 'late' | 'trouble' | 'limited' | 'paused' | 'ends' | 'progress' | 'first-done';

/** What there is to say of a channel, the most urgent first; healthy: nothing. */
export function needsOf({ state, trouble, accessEndsSoon, lastRun }: Collection): Need[] {
  if (state === 'needs-reconnection') return ['reconnect'];
  if (state === 'paused') return ['paused'];
  const ends: Need[] = accessEndsSoon ? ['ends'] : [];
  if (state === 'collecting') return ['progress', ...ends];
  if (state === 'limited') return ['limited', ...ends];
  if (trouble !== null) return ['trouble', ...ends];
  if (state === 'late') return ['late', ...ends];
  return lastRun?.kind === 'first' && lastRun.state === 'done' ? [...ends, 'first-done'] : ends;
}

export type CollectionAction = 'reconnect' | 'resume' | 'collect';

/** The one thing a person can do for a channel; null: nothing, or nothing from here. */
export function actionOf({ state, trouble, accessEndsSoon }: Collection): CollectionAction | null {
  if (state === 'needs-reconnection') return trouble === 'application-missing' ? null : 'reconnect';
  if (state === 'paused') return 'resume';
  if (accessEndsSoon) return 'reconnect';
  if (state === 'collecting' || state === 'limited' || trouble === 'version-retired') return null;
  return state === 'late' || trouble !== null ? 'collect' : null;
}

/** Whether somebody of this role may do it; the server decides the same way. */
export function mayDo(role: Role, action: CollectionAction | 'pause'): boolean {
  return may(role, action === 'collect' ? 'enterFigures' : 'manageChannels');
}

/** How urgently a channel wants to be looked at: 0 first. Undefined: not asked by itself. */
export function urgencyOf(collection: Collection | undefined): number {
  if (collection?.state === 'needs-reconnection') return 0;
  if (collection?.state === 'late') return 1;
  return collection?.accessEndsSoon === true && collection.state !== 'paused' ? 2 : 3;
}

/** A channel that was paused while it lived on files: it was never asked by itself, so nothing of a collection is told of it. */
export function isCollected({ state, collectedAt, lastRun, accessEndsAt }: Collection): boolean {
  return state !== 'paused' || collectedAt !== null || lastRun !== null || accessEndsAt !== null;
}

const SOON_MS = 2 * 60_000;

/** Whether something is being read, or will be in a moment: worth asking again and again. */
export function isUnderWay({ state, nextDueAt }: Collection, now: Date): boolean {
  if (state === 'collecting') return true;
  if (nextDueAt === null || (state !== 'connected' && state !== 'late')) return false;
  const ago = now.getTime() - Date.parse(nextDueAt);
  return ago >= 0 && ago < SOON_MS;
}

/** A measure that the last collection did not get. `since`: first collection known to lack it; `isExact`: the one before had it. */
export interface LastingRefusal extends MeasureRefusal { since: string; isExact: boolean }

/** What the last complete collection was refused, each measure once. `runs`: newest first. */
export function lastingRefusals(runs: readonly IngestionRun[]): LastingRefusal[] {
  const complete = runs.filter(({ state }) => state === 'done');
  const [last] = complete;
  if (last === undefined) return [];
  const once = last.refused.filter(({ measure }, place) => last.refused.findIndex((other) => other.measure === measure) === place);
  return once.map((refusal) => {
    const had = complete.findIndex(({ refused }) => !refused.some(({ measure }) => measure === refusal.measure));
    const first = complete.at(had === -1 ? -1 : had - 1) ?? last;
    return { ...refusal, since: first.startedAt, isExact: had !== -1 };
  });
}
