import type { pieces as french } from '../fr/pieces.js';

/** What pieces say that only later pages share. */
export const pieces: Record<keyof typeof french, string> = {
  'channelTabs.label': 'Kanalen',
  'channelTabs.span': '{from} tot en met {until}',
  'ui.copy.address': 'Het adres kopiëren',
  'ui.copied.address': 'Het adres is gekopieerd.',
  'ui.copy.secret': 'Kopiëren',
  'ui.copied.secret': 'Gekopieerd.',
  'period.from': 'Van',
  'period.to': 'Tot en met',
  'period.reversed': 'De tweede datum komt voor de eerste.',
  'ui.more.shown': '{shown, number} van {total, number}',
  'ui.more.next': 'Meer tonen',
  'proof.password': 'Je wachtwoord',
  'proof.password.directory': 'Kom je altijd binnen via de directory, laat dit dan leeg.',
  'proof.code': 'Code van je telefoon',
  'proof.code.hint': 'Of een van je herstelcodes.',
};
