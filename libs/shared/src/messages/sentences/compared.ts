/** Channels side by side, as findings. Names of channels come in as people know them. */
const fr = {
  'compared.title.none': 'Vos canaux seront ici, côte à côte',
  'compared.title.alone': 'Un seul canal : rien à comparer encore',
  'compared.title.more': '{channel} touche une plus grande part de ses abonnés que vos autres canaux',
  'compared.title.several': '{channels} touchent une plus grande part de leurs abonnés que vos autres canaux',
  'compared.title.less': '{channel} touche une moins grande part de ses abonnés que vos autres canaux',
  'compared.title.same': 'Aucun de vos canaux ne se détache : leurs écarts peuvent venir du hasard',
  'compared.title.tooFew': 'Trop tôt pour comparer vos canaux',
  'compared.title.unmeasured': 'Vos canaux, chacun avec ce que son réseau en dit',
  'compared.title.plain': '{count, plural, one {Un canal} other {# canaux, côte à côte}}',

  'compared.newsletter': 'votre lettre d’information',

  'compared.people': 'Être abonné ne veut pas dire la même chose d’un réseau à l’autre, et une plus grande part n’est pas plus de monde.',
  'compared.people.counted': 'Être abonné ne veut pas dire la même chose d’un réseau à l’autre, et une plus grande part n’est pas plus de monde. Une publication typique touche environ {people}.',
  'compared.people.each': '{people} ({channel})',
  'compared.people.count': '{count, plural, one {{people} personne} other {{people} personnes}}',

  'compared.scale.title': 'Douze mois, tous à la même échelle',
  'compared.scale.text': 'Personnes touchées pour 100 abonnés, de {first} à {last}. D’une ligne à la suivante, {step} fois plus. La bande pâle est la fourchette probable, la note pâle un mois de moins de 8 publications.',
};

const en: Record<keyof typeof fr, string> = {
  'compared.title.none': 'Your channels will be here, side by side',
  'compared.title.alone': 'One channel only: nothing to compare yet',
  'compared.title.more': '{channel} reaches a larger share of its followers than your other channels',
  'compared.title.several': '{channels} reach a larger share of their followers than your other channels',
  'compared.title.less': '{channel} reaches a smaller share of its followers than your other channels',
  'compared.title.same': 'None of your channels stands out: their differences may be chance',
  'compared.title.tooFew': 'Too early to compare your channels',
  'compared.title.unmeasured': 'Your channels, each with what its network tells',
  'compared.title.plain': '{count, plural, one {One channel} other {# channels, side by side}}',

  'compared.newsletter': 'your newsletter',

  'compared.people': 'Being a follower does not mean the same on every network, and a larger share is not more people.',
  'compared.people.counted': 'Being a follower does not mean the same on every network, and a larger share is not more people. A typical post reaches about {people}.',
  'compared.people.each': '{people} ({channel})',
  'compared.people.count': '{count, plural, one {{people} person} other {{people} people}}',

  'compared.scale.title': 'Twelve months, all on the same scale',
  'compared.scale.text': 'People reached for 100 followers, from {first} to {last}. From one line to the next, {step} times as many. The pale band is the likely range, a pale note a month with fewer than 8 posts.',
};

const nl: Record<keyof typeof fr, string> = {
  'compared.title.none': 'Hier komen jullie kanalen, naast elkaar',
  'compared.title.alone': 'Maar één kanaal: nog niets te vergelijken',
  'compared.title.more': '{channel} bereikt een groter deel van zijn volgers dan jullie andere kanalen',
  'compared.title.several': '{channels} bereiken een groter deel van hun volgers dan jullie andere kanalen',
  'compared.title.less': '{channel} bereikt een kleiner deel van zijn volgers dan jullie andere kanalen',
  'compared.title.same': 'Geen van jullie kanalen springt eruit: hun verschillen kunnen toeval zijn',
  'compared.title.tooFew': 'Te vroeg om jullie kanalen te vergelijken',
  'compared.title.unmeasured': 'Jullie kanalen, elk met wat zijn netwerk erover zegt',
  'compared.title.plain': '{count, plural, one {Eén kanaal} other {# kanalen naast elkaar}}',

  'compared.newsletter': 'jullie nieuwsbrief',

  'compared.people': 'Volgen betekent niet op elk netwerk hetzelfde, en een groter deel betekent niet meer mensen.',
  'compared.people.counted': 'Volgen betekent niet op elk netwerk hetzelfde, en een groter deel betekent niet meer mensen. Een typisch bericht bereikt ongeveer {people}.',
  'compared.people.each': '{people} ({channel})',
  'compared.people.count': '{count, plural, one {{people} persoon} other {{people} mensen}}',

  'compared.scale.title': 'Twaalf maanden, allemaal op dezelfde schaal',
  'compared.scale.text': 'Bereikte mensen per 100 volgers, van {first} tot en met {last}. Van de ene lijn naar de volgende: {step} keer zoveel. De bleke band is de waarschijnlijke marge, een bleke noot een maand met minder dan 8 berichten.',
};

export const comparedSentences = { fr, en, nl };
