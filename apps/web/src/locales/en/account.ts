import type { account as french } from '../fr/account.js';

export const account: Record<keyof typeof french, string> = {
  'signIn.title': 'Sign in',
  'signIn.email': 'E-mail address',
  'signIn.password': 'Password',
  'signIn.act': 'Sign in',
  'signIn.forgotten': 'Forgotten your password?',
  'signIn.code.title': 'The code is missing',
  'signIn.code': 'Code',
  'signIn.code.hint': 'The six digits that your authenticator shows.',
  'signIn.recovery': 'Recovery code',
  'signIn.recovery.hint': 'One of those you noted down. It serves once.',
  'signIn.useRecovery': 'I do not have my phone',
  'signIn.useCode': 'I have my phone',
  'signIn.again': 'Start again',
  'signIn.fromNetwork': 'Your session ended while you were at the network. Nothing changed on your side. Sign in to Portée: you can then start again.',
  'signIn.directory': 'Sign in with {directory}',
};
