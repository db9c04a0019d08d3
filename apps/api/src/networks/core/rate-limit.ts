const MAX_WAIT_MS = 24 * 3_600_000;
/** Where a refusal names no instant. */
const USUAL_WAIT_MS = 5 * 60_000;
const MIN_WAIT_MS = 1_000;

type Headers = Readonly<Record<string, string>>;

/**
 * The first instant at which to ask again, from the headers of a refusal: Retry-After in seconds or as a date, else the reset of
 * a limit as seconds since 1970, as seconds from now, or as ISO text. Between a second and a day from now; five minutes when nothing is said.
 */
export function retryAt(headers: Headers, now: Date): Date {
  const said = readDelay(headers['retry-after'], now) ?? readReset(headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'], now);
  const delay = said ?? USUAL_WAIT_MS;
  return new Date(now.getTime() + Math.min(MAX_WAIT_MS, Math.max(MIN_WAIT_MS, delay)));
}

function readDelay(text: string | undefined, now: Date): number | null {
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * 1000;
  return untilDate(text, now);
}

/** A count above 10^9 is an instant, below it a number of seconds from now: servers send both. */
function readReset(text: string | undefined, now: Date): number | null {
  if (text === undefined) return null;
  const number = /^\d{1,12}$/.test(text.trim()) ? Number(text) : null;
  if (number !== null) return number > 1e9 ? number * 1000 - now.getTime() : number * 1000;
  return untilDate(text, now);
}

function untilDate(text: string, now: Date): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at - now.getTime();
}
