import { GraphError } from './graph-errors.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** How a limit shows: refusals of a code, or only the header of an answer that still comes. */
export type LimitKind = 'header' | 'code4' | 'code17' | 'code32' | 'code613' | '80001' | '80002';

/** Whose calls are counted together: a Page or an Instagram account in a day, an application in an hour. */
export interface Caller {
  type: 'pages' | 'instagram' | 'app';
  id: string;
}

export interface GraphLimits {
  /** Counts a call. @returns the usage headers, none while little was used. @throws GraphError when the limit is reached */
  spend(caller: Caller): Record<string, string>;
  /** From now until then the limit is reached. 80001 touches Pages only, 80002 Instagram only, the others everybody. */
  limitUntil(instant: Date, how: LimitKind): void;
  /** Headers say this percentage whatever was used; null: the truth again. */
  showUsage(percent: number | null): void;
}

export interface GraphLimitsSettings {
  now(): Date;
  /** 4800 × engaged users of the Page, or × impressions of the account. */
  callsPerDay: number;
  appCallsPerHour: number;
}

const REFUSALS = {
  code4: { code: 4, status: 403, message: '(#4) Application request limit reached', isTransient: true },
  code17: { code: 17, message: '(#17) User request limit reached', isTransient: true },
  code32: { code: 32, message: '(#32) Page request limit reached', isTransient: true },
  code613: { code: 613, message: '(#613) Calls to this api have exceeded the rate limit.' },
  '80001': { code: 80_001, message: '(#80001) There have been too many calls to this Page account. Wait a bit and try again.' },
  '80002': { code: 80_002, message: '(#80002) There have been too many calls to this Instagram account. Wait a bit and try again.' },
} as const;

/** The counters of the Graph: rolling, by Page, by Instagram account and by application. */
export function createGraphLimits(settings: GraphLimitsSettings): GraphLimits {
  const { callsPerDay, appCallsPerHour } = settings;
  const now = () => settings.now();
  const calls = new Map<string, Date[]>();
  let told: { until: Date; how: LimitKind } | null = null;
  let shown: number | null = null;

  const usedBy = (caller: Caller): { percent: number; minutes: number } => {
    const [span, most] = caller.type === 'app' ? [60 * MINUTE_MS, appCallsPerHour] : [DAY_MS, callsPerDay];
    const recent = recentCalls(calls, caller, now().getTime() - span);
    recent.push(now());
    const oldest = recent[0] ?? now();
    const isOver = recent.length > most;
    return { percent: Math.floor((100 * recent.length) / most), minutes: isOver ? Math.ceil((oldest.getTime() + span - now().getTime()) / MINUTE_MS) : 0 };
  };

  const spend = (caller: Caller): Record<string, string> => {
    const used = usedBy(caller);
    if (told && told.until <= now()) told = null;
    const minutes = told ? Math.ceil((told.until.getTime() - now().getTime()) / MINUTE_MS) : used.minutes;
    const percent = shown ?? (told ? 100 : used.percent);
    const headers = percent < 1 ? {} : usageHeaders(caller, percent, minutes);
    const how = told ? touching(caller, told.how) : used.minutes > 0 ? ownRefusal(caller) : null;
    if (how === null || how === 'header') return how === null && told ? {} : headers;
    throw new GraphError({ ...REFUSALS[how], headers });
  };

  return { spend, limitUntil: (until, how) => { told = { until, how }; }, showUsage: (percent) => { shown = percent; } };
}

function recentCalls(calls: Map<string, Date[]>, caller: Caller, since: number): Date[] {
  const key = `${caller.type} ${caller.id}`;
  const kept = calls.get(key) ?? [];
  const gone = kept.findIndex((at) => at.getTime() > since);
  const recent = gone === -1 ? [] : gone === 0 ? kept : kept.slice(gone);
  calls.set(key, recent);
  return recent;
}

function ownRefusal({ type }: Caller): keyof typeof REFUSALS {
  return type === 'app' ? 'code4' : type === 'pages' ? '80001' : '80002';
}

function touching({ type }: Caller, how: LimitKind): LimitKind | null {
  if (how === '80001') return type === 'pages' ? how : null;
  if (how === '80002') return type === 'instagram' ? how : null;
  return how;
}

/** X-App-Usage in percent; X-Business-Use-Case-Usage with the minutes that are left to wait. */
function usageHeaders(caller: Caller, percent: number, minutes: number): Record<string, string> {
  const usage = { call_count: percent, total_cputime: Math.floor(percent / 4), total_time: Math.floor(percent / 3) };
  if (caller.type === 'app') return { 'x-app-usage': JSON.stringify(usage) };
  return { 'x-business-use-case-usage': JSON.stringify({ [caller.id]: [{ type: caller.type, ...usage, estimated_time_to_regain_access: minutes }] }) };
}
