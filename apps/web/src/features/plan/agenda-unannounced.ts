import type { AgendaEvent } from '@portee/shared';

interface Shown { events: readonly AgendaEvent[]; span: { from: string; to: string } }

/** Events of the days that are shown for which nothing is planned though they are near; of those that come back under one name, the next. */
export function unannounced({ events, span }: Shown): AgendaEvent[] {
  const near = events.filter(({ isAnnounced, day }) => isAnnounced === false && day >= span.from && day <= span.to);
  return [...new Map(near.toReversed().map((event) => [event.title, event])).values()].toSorted((a, b) => near.indexOf(a) - near.indexOf(b));
}
