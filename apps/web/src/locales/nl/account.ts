import type { account as french } from '../fr/account.js';

/** Signing in, in Dutch. */
export const account: Record<keyof typeof french, string> = {
  'signIn.title': 'Aanmelden',
  'signIn.email': 'E-mailadres',
  'signIn.password': 'Wachtwoord',
  'signIn.act': 'Aanmelden',
  'signIn.fromNetwork': 'Je sessie liep af terwijl je bij het netwerk was. Er is bij jullie niets veranderd. Meld je aan bij Portée: dan kun je opnieuw beginnen.',
};
