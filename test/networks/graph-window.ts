import { badParameter, notOneOf } from './graph-errors.js';
import { readInstant } from './graph-request.js';
import { addDays, pacificDay, startOfPacificDay } from './pacific-days.js';

const DAY_MS = 86_400_000;

/** From when to when insights are asked for. */
export interface AskedWindow {
  since: Date;
  until: Date;
}

/** Days before today that each preset spans, and how many of the latest it leaves out. */
const PRESETS: Record<string, number> = { today: 0, yesterday: 1, last_7d: 7, last_14d: 14, last_28d: 28, last_30d: 30, last_90d: 90 };

/**
 * The window of a call: since and until, a preset, or the span before now when nothing is said.
 * @throws GraphError code 100, when it is upside down or longer than `mostDays`
 */
export function readWindow(params: URLSearchParams, now: Date, spans: { mostDays: number; unsaidDays: number }): AskedWindow {
  const preset = params.get('date_preset');
  if (preset !== null) return windowOfPreset(preset, now);
  const since = readInstant(params, 'since');
  const until = readInstant(params, 'until') ?? (since ? new Date(Math.min(now.getTime(), since.getTime() + spans.mostDays * DAY_MS)) : now);
  const from = since ?? new Date(until.getTime() - spans.unsaidDays * DAY_MS);
  if (from > until) throw badParameter('Param since must be before until');
  const seconds = spans.mostDays * 86_400;
  // An hour of grace: ninety days of California across a change of clocks last an hour more.
  if (until.getTime() - from.getTime() > spans.mostDays * DAY_MS + 3_600_000) {
    throw badParameter(`There cannot be more than ${spans.mostDays} days (${seconds} s) between since and until`);
  }
  return { since: from, until };
}

function windowOfPreset(preset: string, now: Date): AskedWindow {
  const days = PRESETS[preset];
  if (days === undefined) throw notOneOf('date_preset', Object.keys(PRESETS));
  const today = pacificDay(now);
  return { since: startOfPacificDay(addDays(today, -days)), until: startOfPacificDay(today) };
}
