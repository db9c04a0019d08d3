const DAY_MS = 86_400_000;
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', year: 'numeric', month: '2-digit', day: '2-digit' });
const starts = new Map<string, Date>();

/** The day it is in California, where Meta and Google cut their days: YYYY-MM-DD. */
export function pacificDay(instant: Date): string {
  return calendar.format(instant);
}

/** Midnight in California at the start of a day: 07:00 UTC in summer, 08:00 in winter. */
export function startOfPacificDay(day: string): Date {
  const known = starts.get(day);
  if (known) return known;
  const inSummer = new Date(`${day}T07:00:00Z`);
  const start = pacificDay(inSummer) === day ? inSummer : new Date(`${day}T08:00:00Z`);
  starts.set(day, start);
  return start;
}

/** Midnight in California at the end of a day. */
export function endOfPacificDay(day: string): Date {
  return startOfPacificDay(addDays(day, 1));
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Days of California wholly inside a span, oldest first. */
export function pacificDaysWithin(from: Date, to: Date): string[] {
  const days: string[] = [];
  let day = pacificDay(from);
  if (startOfPacificDay(day) < from) day = addDays(day, 1);
  for (; endOfPacificDay(day) <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
