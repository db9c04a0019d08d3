/**
 * Local calendar day of an instant, `YYYY-MM-DD`.
 * @param zone  IANA name, for example "Europe/Brussels"; a RangeError when unknown
 */
export function localDay(instant: Date, zone: string): string {
  const { year, month, day } = wallClock(instant, zone);
  return `${year}-${month}-${day}`;
}

/** Local time of an instant, `HH:MM`, 00:00 to 23:59. */
export function localTime(instant: Date, zone: string): string {
  const { hour, minute } = wallClock(instant, zone);
  return `${hour}:${minute}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Intl is asked, not Temporal: twice as fast once the formatter is made, and it spares browsers the polyfill (`to-instant.ts` alone needs it). */
function wallClock(instant: Date, zone: string): Record<'year' | 'month' | 'day' | 'hour' | 'minute', string> {
  const shown = { year: '', month: '', day: '', hour: '', minute: '' };
  for (const { type, value } of clockOf(zone).formatToParts(instant)) {
    if (type === 'year') shown.year = value.padStart(4, '0');
    else if (type === 'month' || type === 'day' || type === 'hour' || type === 'minute') shown[type] = value;
  }
  return shown;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  });
  clocks.set(zone, made);
  return made;
}
