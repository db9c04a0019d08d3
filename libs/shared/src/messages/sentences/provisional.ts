/** Why a month's figures may still move. */
const fr = {
  'provisional.closed': 'Mois clos le {day} : ces chiffres sont ceux de ce jour-là.',
  'provisional.month': 'Chiffres provisoires : le mois n’est pas fini.',
  'provisional.growing': 'Chiffres provisoires : {growing}.',
  'provisional.both': 'Chiffres provisoires : le mois n’est pas fini, et {growing}.',
  'provisional.posts': '{posts, plural, one {une publication grandit encore} other {# publications grandissent encore}} ({places})',
  'provisional.between': ' ; ',
  'provisional.count': '{name}\u00A0{posts, number}',
  'provisional.until': '{place}, jusqu’au {day}',
  'provisional.waiting': '{place}, à relever de nouveau',
  'provisional.channels': '{channels, plural, one {# canal} other {# canaux}}',
  'provisional.latest': '{channels, plural, one {# canal} other {# canaux}}, jusqu’au {day} au plus tard',
};

const en: Record<keyof typeof fr, string> = {
  'provisional.closed': 'Month closed on {day}: these are the figures of that day.',
  'provisional.month': 'Provisional figures: the month is not over.',
  'provisional.growing': 'Provisional figures: {growing}.',
  'provisional.both': 'Provisional figures: the month is not over, and {growing}.',
  'provisional.posts': '{posts, plural, one {one post is still growing} other {# posts are still growing}} ({places})',
  'provisional.between': '; ',
  'provisional.count': '{name}\u00A0{posts, number}',
  'provisional.until': '{place}, until {day}',
  'provisional.waiting': '{place}, to be read again',
  'provisional.channels': '{channels, plural, one {# channel} other {# channels}}',
  'provisional.latest': '{channels, plural, one {# channel} other {# channels}}, until {day} at the latest',
};

const nl: Record<keyof typeof fr, string> = {
  'provisional.closed': 'Maand afgesloten op {day}: dit zijn de cijfers van die dag.',
  'provisional.month': 'Voorlopige cijfers: de maand is niet voorbij.',
  'provisional.growing': 'Voorlopige cijfers: {growing}.',
  'provisional.both': 'Voorlopige cijfers: de maand is niet voorbij, en {growing}.',
  'provisional.posts': '{posts, plural, one {één bericht groeit nog} other {# berichten groeien nog}} ({places})',
  'provisional.between': '; ',
  'provisional.count': '{name}\u00A0{posts, number}',
  'provisional.until': '{place}, tot {day}',
  'provisional.waiting': '{place}, opnieuw te lezen',
  'provisional.channels': '{channels, plural, one {# kanaal} other {# kanalen}}',
  'provisional.latest': '{channels, plural, one {# kanaal} other {# kanalen}}, uiterlijk tot {day}',
};

/** A small catalogue of its own: the overview says it without fetching the whole report's sentences. */
export const provisionalSentences = { fr, en, nl };
