/**
 * Names that Windows, and with it Outlook and Exchange, give to zones, and what everybody else calls them.
 * From Unicode CLDR, supplemental/windowsZones.xml, territory 001 (read 2026-11-30), in lower case: Europe whole, elsewhere those that people live by.
 */
export const windowsZones: Readonly<Record<string, string>> = {
  'utc': 'UTC', 'coordinated universal time': 'UTC', 'greenwich standard time': 'Atlantic/Reykjavik', 'azores standard time': 'Atlantic/Azores', 'greenland standard time': 'America/Nuuk',
  'gmt standard time': 'Europe/London', 'w. europe standard time': 'Europe/Berlin', 'central europe standard time': 'Europe/Budapest', 'romance standard time': 'Europe/Paris',
  'central european standard time': 'Europe/Warsaw', 'gtb standard time': 'Europe/Bucharest', 'e. europe standard time': 'Europe/Chisinau', 'fle standard time': 'Europe/Kiev',
  'kaliningrad standard time': 'Europe/Kaliningrad', 'turkey standard time': 'Europe/Istanbul', 'belarus standard time': 'Europe/Minsk', 'russian standard time': 'Europe/Moscow',
  'morocco standard time': 'Africa/Casablanca', 'w. central africa standard time': 'Africa/Lagos', 'egypt standard time': 'Africa/Cairo', 'south africa standard time': 'Africa/Johannesburg',
  'e. africa standard time': 'Africa/Nairobi', 'middle east standard time': 'Asia/Beirut', 'israel standard time': 'Asia/Jerusalem', 'arab standard time': 'Asia/Riyadh', 'arabian standard time': 'Asia/Dubai',
  'iran standard time': 'Asia/Tehran', 'india standard time': 'Asia/Calcutta', 'se asia standard time': 'Asia/Bangkok', 'china standard time': 'Asia/Shanghai', 'tokyo standard time': 'Asia/Tokyo',
  'korea standard time': 'Asia/Seoul', 'aus eastern standard time': 'Australia/Sydney', 'new zealand standard time': 'Pacific/Auckland', 'newfoundland standard time': 'America/St_Johns',
  'atlantic standard time': 'America/Halifax', 'eastern standard time': 'America/New_York', 'us eastern standard time': 'America/Indianapolis', 'central standard time': 'America/Chicago',
  'canada central standard time': 'America/Regina', 'mountain standard time': 'America/Denver', 'us mountain standard time': 'America/Phoenix', 'pacific standard time': 'America/Los_Angeles',
  'alaskan standard time': 'America/Anchorage', 'hawaiian standard time': 'Pacific/Honolulu', 'e. south america standard time': 'America/Sao_Paulo', 'argentina standard time': 'America/Buenos_Aires',
};
