import type { account as french } from '../fr/account.js';

export const account: Record<keyof typeof french, string> = {
  'signIn.title': 'Sign in',
  'signIn.email': 'E-mail address',
  'signIn.password': 'Password',
  'signIn.act': 'Sign in',
  'signIn.fromNetwork': 'Your session ended while you were at the network. Nothing changed on your side. Sign in to Portée: you can then start again.',
};
