import type { hosting as french } from '../fr/hosting.js';

/** Portée's registrations at networks. In Dutch. */
export const hosting: Record<keyof typeof french, string> = {
  'hosting.title': 'Inschrijvingen bij netwerken',
  'hosting.text': 'Sommige netwerken willen Portée kennen voor ze het laten lezen. Je schrijft het één keer in, voor alle organisaties van deze installatie. Alleen jij ziet dit deel.',
  'hosting.go': 'Organisaties, limieten, gezondheid',
  'hosting.none': 'Portée is er niet ingeschreven.',
  'hosting.since': 'Portée is er ingeschreven sinds {day}, onder {clientId}.',
  'hosting.register': 'Portée inschrijven bij {network}',
  'hosting.change': 'De inschrijving bij {network} wijzigen',
  'hosting.redirect': 'Terugkeeradres om aan het netwerk op te geven, tot op het teken:',
  'hosting.clientId': 'Identificatie van de toepassing',
  'hosting.clientSecret': 'Geheim van de toepassing',
  'hosting.clientSecret.hint': 'Versleuteld bewaard. Het wordt nooit meer getoond.',
  'hosting.missing': 'Vul dit in.',
  'hosting.save': 'Bewaren',
  'hosting.saved': 'Portée is ingeschreven bij {network}.',
  'hosting.remove': 'Deze inschrijving vergeten',
  'hosting.remove.title': 'De inschrijving bij {network} vergeten?',
  'hosting.remove.text': 'De kanalen van {network} van alle organisaties worden niet meer gelezen. Hun cijfers blijven. Portée opnieuw inschrijven zet ze weer in gang.',
  'hosting.removed': 'De inschrijving bij {network} is vergeten.',
  'hosting.keep': 'Ze houden',
};
