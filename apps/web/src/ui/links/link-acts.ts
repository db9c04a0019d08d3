import type { LinkPost, PlanEntry } from '@portee/shared';
import type { LinkDoors } from '../../api/plan-links.doors.js';

type Act<Done> = (doors: LinkDoors) => Promise<Done>;
/** Something said, and what undoes it. */
export type UndoableLink = Act<Act<unknown>>;

/** What stands said of a post. `plan` is null where somebody says that it fills none; `found`: nobody says anything, or it was taken back. */
export interface SaidOfPost { postId: string; version: number | null; plan: LinkPost['plan'] | 'found' }

/** How an entry of the calendar is named to the doors of links; null: it can be named to none. */
export function planOf({ postId, appointmentId, appointmentDay }: Pick<PlanEntry, 'postId' | 'appointmentId' | 'appointmentDay'>): LinkPost['plan'] {
  if (postId !== null) return { plannedPostId: postId };
  return appointmentId === null || appointmentDay === null ? null : { appointmentId, appointmentDay };
}

/** A post fills a plan. Where another one does by hand, that is taken back first, and said again if this is refused. */
export function fillWith(chosen: SaidOfPost, { plan, byHand }: { plan: LinkPost['plan']; byHand: SaidOfPost | null }): UndoableLink {
  return async (doors) => {
    const sayAgain = byHand === null ? null : await free(byHand)(doors);
    try {
      const { version } = await doors.say(chosen.postId, { plan, version: chosen.version });
      return async (later) => {
        await restore(chosen, version)(later);
        await sayAgain?.(later);
      };
    } catch (cause) {
      await sayAgain?.(doors);
      throw cause;
    }
  };
}

/** A post fills nothing that was planned. */
export function fillNothing(said: SaidOfPost): UndoableLink {
  return async (doors) => {
    const { version } = await doors.say(said.postId, { plan: null, version: said.version });
    return restore(said, version);
  };
}

/** What was said of a post is forgotten. */
export function free({ postId, version, plan }: SaidOfPost): UndoableLink {
  return async (doors) => {
    if (version === null || plan === 'found') return async () => null;
    await doors.takeBack(postId, version);
    // Taking back counts as a change.
    return (later) => later.say(postId, { plan, version: version + 1 });
  };
}

function restore({ postId, plan }: SaidOfPost, version: number): Act<unknown> {
  return (doors) => (plan === 'found' ? doors.takeBack(postId, version) : doors.say(postId, { plan, version }));
}
