const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** After each try that failed for the moment: a server that restarts, an hour of greylisting, a day of outage. Two days in all. */
const WAITS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS, 12 * HOUR_MS, 24 * HOUR_MS];

/** How a try ended. */
export type TryEnd =
  /** The server took it. */
  | { kind: 'sent'; answer: string }
  /** The server says that it never will: an address that does not exist, a mailbox closed. */
  | { kind: 'refused'; answer: string }
  /** Not now: no connection, no answer, try again later. */
  | { kind: 'later'; answer: string };

/** What a mail is after a try. */
export interface AfterTry {
  state: 'sent' | 'refused' | 'given-up' | 'waiting';
  answer: string;
  /** null: it is settled. */
  againAt: Date | null;
}

/** @param tries  how often it was tried, this time included */
export function afterTry(end: TryEnd, tries: number, now: Date): AfterTry {
  if (end.kind !== 'later') return { state: end.kind, answer: end.answer, againAt: null };
  const wait = WAITS[tries - 1];
  if (wait === undefined) return { state: 'given-up', answer: end.answer, againAt: null };
  return { state: 'waiting', answer: end.answer, againAt: new Date(now.getTime() + wait) };
}
