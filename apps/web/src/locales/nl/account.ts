import type { account as french } from '../fr/account.js';

/** Signing in, in Dutch. */
export const account: Record<keyof typeof french, string> = {
  'signIn.title': 'Aanmelden',
  'signIn.email': 'E-mailadres',
  'signIn.password': 'Wachtwoord',
  'signIn.act': 'Aanmelden',
  'signIn.forgotten': 'Wachtwoord vergeten?',
  'signIn.code.title': 'De code ontbreekt',
  'signIn.code': 'Code',
  'signIn.code.hint': 'De zes cijfers die je authenticator toont.',
  'signIn.recovery': 'Herstelcode',
  'signIn.recovery.hint': 'Een van de codes die je noteerde. Hij dient één keer.',
  'signIn.useRecovery': 'Ik heb mijn telefoon niet bij me',
  'signIn.useCode': 'Ik heb mijn telefoon',
  'signIn.again': 'Opnieuw beginnen',
  'signIn.fromNetwork': 'Je sessie liep af terwijl je bij het netwerk was. Er is bij jullie niets veranderd. Meld je aan bij Portée: dan kun je opnieuw beginnen.',
  'signIn.directory': 'Aanmelden met {directory}',
};
