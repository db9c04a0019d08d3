import type { PassedOnKey } from './passed-on.js';

/** What gets passed on, in Dutch. « Keer gedeeld » has no plural: the branches are alike. */
export const nl: Record<PassedOnKey, string> = {
  'passed.ratio': '{count, plural, one {{ratio} keer gedeeld} other {{ratio} keer gedeeld}} per 100 vind-ik-leuks',

  'passed.title.none': '{place}: geen enkel beoordeeld bericht',
  'passed.title.unknown': '{place} is niet bekend wat er gedeeld wordt',
  'passed.title.nothing': '{place} is nog niets gedeeld',
  'passed.title.fewLikes': '{place}: {shares, plural, one {# keer gedeeld} other {# keer gedeeld}}, en te weinig vind-ik-leuks voor een verhouding',
  'passed.title.fewer': '{place}: ongeveer 1 keer gedeeld per {likes} vind-ik-leuks',
  'passed.title.asMany': '{place}: ongeveer even vaak gedeeld als leuk gevonden',
  'passed.title.more': '{place}: {ratio}',

  'passed.months.none': 'Te weinig vind-ik-leuks voor een verhouding per maand',
  'passed.months.one': '{ratio} in {month}',
  'passed.months.level': 'Elke maand rond {ratio}',
  'passed.months.between': 'Afhankelijk van de maand van {low} tot {high}',

  'passed.formats.more': 'Jullie {formats} bereiken meer mensen dan jullie andere berichten',
  'passed.formats.less': 'Jullie {formats} bereiken minder mensen dan jullie andere berichten',
  'passed.formats.testMore': 'Misschien meer mensen {when}: het proberen waard',
  'passed.formats.testLess': 'Misschien minder mensen {when}: het proberen waard',
  'passed.formats.same': 'Geen enkele vorm springt eruit',
  'passed.formats.tooFew': 'Nog niet genoeg berichten om de vormen te vergelijken',
  'passed.formats.one': 'Maar één vorm: niets te vergelijken',
  'passed.formats.noReach': 'De vormen, volgens wat ervan gedeeld wordt',
  'passed.formats.plain': 'Vorm per vorm',

  'passed.called.none': 'Geen enkel bericht vraagt het',
  'passed.called.few': 'Te vroeg om te zeggen: maar {posts, plural, one {# bericht vraagt het} other {# berichten vragen het}}',
  'passed.called.all': 'Ze vragen het allemaal: er is niets om mee te vergelijken',
  'passed.called.fewOthers': 'Bijna allemaal vragen ze het: er is niets om mee te vergelijken',
  'passed.called.unknown': 'Het is niet te zeggen: niet bekend hoe vaak er gedeeld of leuk gevonden werd',
  'passed.called.more': 'Tot nu toe wel: {called}, tegenover {others}',
  'passed.called.same': 'Nee, even vaak: {called}',
  'passed.called.less': 'Nee, minder vaak: {called}, tegenover {others}',

  'passed.series.found': '{count, plural, one {Eén vaste afspraak gevonden in jullie teksten} other {# vaste afspraken gevonden in jullie teksten}}',
  'passed.series.none': 'Geen vaste afspraak in jullie teksten',
  'passed.series.every': 'om de {days} dagen, op {weekday}',
  'passed.series.weekly': 'elke {weekday}',
  'passed.series.fortnightly': 'om de twee weken op {weekday}',
  'passed.series.threeWeekly': 'om de drie weken op {weekday}',

  'passed.posts.title': 'Eén bericht tot {shares, plural, one {# keer gedeeld} other {# keer gedeeld}}',
  'passed.posts.none': 'Nog geen enkel bericht is gedeeld',

  'passed.day.mon': 'maandag', 'passed.day.tue': 'dinsdag', 'passed.day.wed': 'woensdag', 'passed.day.thu': 'donderdag',
  'passed.day.fri': 'vrijdag', 'passed.day.sat': 'zaterdag', 'passed.day.sun': 'zondag',
};
