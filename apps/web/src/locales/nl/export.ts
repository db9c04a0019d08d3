import type { everything as french } from '../fr/export.js';

export const everything: Record<keyof typeof french, string> = {
  'export.title': 'Je gegevens meenemen',
  'export.text': 'Alles wat het centrum heeft, in één archief van tabellen (CSV) die overal opengaan, met uitleg. Portée kan het teruglezen, hier of op een andere machine.',
  'export.holds': 'Erin: {channels, plural, =0 {geen kanaal} one {# kanaal} other {# kanalen}}, {posts, plural, =0 {geen bericht} one {# bericht} other {# berichten}}, {readings, plural, =0 {geen meting} one {# meting} other {# metingen}} van hun cijfers, en het plan, de experimenten, de afgesloten maanden, het logboek.',
  'export.without': 'De namen en adressen van het team staan erin: bewaar het veilig. Wachtwoorden, sleutels en toegangen tot netwerken zitten er nooit in.',
  'export.go': 'Alles exporteren (.zip)',
};
