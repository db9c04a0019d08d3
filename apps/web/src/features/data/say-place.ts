import type { MessageKey } from '../../locales/catalogue.js';
import type { Translation } from '../../locales/translation.js';

const places: Readonly<Record<string, MessageKey>> = {
  'America/Los_Angeles': 'import.place.America/Los_Angeles', 'Europe/Brussels': 'import.place.Europe/Brussels',
  'Europe/Lisbon': 'import.place.Europe/Lisbon', 'Europe/London': 'import.place.Europe/London', UTC: 'import.place.UTC',
};

/** Where people live by a time zone: « Californie », « Bruxelles »; for the others the zone's own city. */
export function sayPlace(zone: string, t: Translation['t']): string {
  const known = places[zone];
  return known === undefined ? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ') : t(known);
}
