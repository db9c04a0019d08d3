/** Local days, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Which of the holidays that hold everywhere: July and August, or Christmas and New Year. */
export type DefaultHoliday = 'summer' | 'winter';

/** Whether a local day lies in one of the periods; both ends belong to them. */
export function isInHolidays(localDay: string, periods: readonly Days[]): boolean {
  return periods.some(({ from, to }) => from <= localDay && localDay <= to);
}

/** 24 December to 6 January and 1 July to 31 August, over the school years that a span of days touches, oldest first. */
export function defaultHolidays(span: Days): ({ kind: DefaultHoliday } & Days)[] {
  const [first, last] = [schoolYear(span.from), schoolYear(span.to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, later) => first + later).flatMap((year) => [
    { kind: 'winter' as const, from: `${year}-12-24`, to: `${year + 1}-01-06` },
    { kind: 'summer' as const, from: `${year + 1}-07-01`, to: `${year + 1}-08-31` },
  ]);
}

/** The default holidays of the school years, among those that a span touches, of which a list says nothing. */
export function unlistedHolidays(span: Days, listed: readonly Days[]): ReturnType<typeof defaultHolidays> {
  const told = new Set(listed.map(({ from }) => schoolYear(from)));
  return defaultHolidays(span).filter(({ from }) => !told.has(schoolYear(from)));
}

/**
 * The holidays of a span: the organisation's own, and the default ones of the school years of which it says nothing.
 * @param own  null: it has no list
 */
export function holidaysDuring(span: Days, own: readonly Days[] | null): Days[] {
  return [...(own ?? []), ...unlistedHolidays(span, own ?? [])];
}

/** The year in which the school year of a day began: on the first of September, the day after the summer. */
function schoolYear(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
}
