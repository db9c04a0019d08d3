import type { accountLinks as french } from '../fr/account-links.js';

/** Links about one’s account. */
export const accountLinks: Record<keyof typeof french, string> = {
  'forgotten.title': 'Forgotten password',
  'forgotten.text': 'Give the address of your account: you will receive a link to choose another password.',
  'forgotten.act': 'Send the link',
  'forgotten.back': 'Back to signing in',
  'forgotten.sent': 'Look at your messages',
  'forgotten.sent.text': 'If an account answers to this address, a link has just left. It is good for an hour. Nothing after some minutes? Look among the junk, then check the address.',
  'forgotten.noMail': 'Portée sends no messages here. Ask an owner of your organisation for a link: they make one in Settings, People and roles. The person who runs the installation can do so too.',
  'forgotten.choose': 'Choose another password',
  'forgotten.choose.act': 'Save this password',
  'forgotten.another': 'Ask for another link',
  'forgotten.chosen': 'The password is changed',
  'forgotten.chosen.text': 'All your devices are signed out. Sign in with the new password.',
  'confirmAddress.title': 'Confirm your address',
  'confirmAddress.text': 'Once you confirm, this is the address you sign in with.',
  'confirmAddress.act': 'Confirm this address',
  'confirmAddress.done': 'The address is confirmed',
  'confirmAddress.done.text': 'You now sign in with {email}.',
  'confirmAddress.go': 'Open Portée',
};
