import type { myAccount as french } from '../fr/my-account.js';

export const myAccount: Record<keyof typeof french, string> = {
  'myAccount.title': 'Je account',
  'myAccount.password': 'Wachtwoord',
  'myAccount.password.text': 'Een ander wachtwoord meldt al je andere toestellen af.',
  'myAccount.password.current': 'Huidig wachtwoord',
  'myAccount.password.wanted': 'Nieuw wachtwoord',
  'myAccount.password.act': 'Het wachtwoord wijzigen',
  'myAccount.password.changed': 'Het wachtwoord is gewijzigd. Je andere toestellen zijn afgemeld.',
  'myAccount.devices': 'Aangemelde toestellen',
  'myAccount.devices.text': 'Een toestel dat je niet herkent? Meld het af en wijzig dan je wachtwoord.',
  'myAccount.devices.this': '{browser} (dit toestel)',
  'myAccount.devices.since': 'Aangemeld op {since}, laatst gezien op {seen} of later',
  'myAccount.devices.end': 'Afmelden',
  'myAccount.devices.endOf': '{browser} afmelden',
  'myAccount.devices.ended': 'Dit toestel is afgemeld.',
  'myAccount.devices.endAll': 'Alle andere afmelden',
  'myAccount.devices.allEnded': 'Alle andere toestellen zijn afgemeld.',
  'myAccount.browser.unknown': 'Onbekend toestel',
};
