import { z } from 'zod';

/** Above this part of a limit, in percent, nothing more is asked for a while. */
const CLOSE_PERCENT = 75;
/** Where Meta does not say how long: its shortest window. */
const USUAL_WAIT_MS = 60 * 60_000;
const MINUTE_MS = 60_000;
/** Meta's longest window is a day. */
const LONGEST_WAIT_MINUTES = 24 * 60;

const percentages = z.object({ call_count: z.number().optional(), total_time: z.number().optional(), total_cputime: z.number().optional() });
const businessUse = z.record(z.string(), z.array(percentages.extend({ estimated_time_to_regain_access: z.number().optional() })));

type Headers = Readonly<Record<string, string>>;

/**
 * How long Meta wants to be left alone, by the headers in which it tells how much of each limit is used.
 * @returns null: nothing is said, or at most three quarters are used
 */
export function pauseUntil(headers: Headers, now: Date): Date | null {
  const regained = regainedAt(headers, now);
  if (regained !== null) return regained;
  return highestPercentage(headers) > CLOSE_PERCENT ? new Date(now.getTime() + USUAL_WAIT_MS) : null;
}

/** The instant at which a spent limit opens again, as its header tells it; null: it tells none. */
export function regainedAt(headers: Headers, now: Date): Date | null {
  const minutes = Math.max(0, ...businessUses(headers).map(({ estimated_time_to_regain_access: wait }) => wait ?? 0));
  return minutes > 0 ? new Date(now.getTime() + Math.min(minutes, LONGEST_WAIT_MINUTES) * MINUTE_MS) : null;
}

function highestPercentage(headers: Headers): number {
  const uses = ['x-app-usage', 'x-page-usage'].flatMap((name) => percentages.safeParse(parsed(headers[name])).data ?? []);
  return Math.max(0, ...[...uses, ...businessUses(headers)].flatMap(({ call_count: calls, total_time: time, total_cputime: cpu }) => [calls ?? 0, time ?? 0, cpu ?? 0]));
}

function businessUses(headers: Headers) {
  return Object.values(businessUse.safeParse(parsed(headers['x-business-use-case-usage'])).data ?? {}).flat();
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
