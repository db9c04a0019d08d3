/** What time it is, as a Date; tests and replays bring their own. */
export type Clock = () => Date;

/** Injection token of the clock: `@Inject(CLOCK) clock: Clock`. */
export const CLOCK = Symbol('clock');
