import type { myAccount as french } from '../fr/my-account.js';

export const myAccount: Record<keyof typeof french, string> = {
  'myAccount.title': 'Your account',
  'myAccount.password': 'Password',
  'myAccount.password.text': 'Changing it signs out all your other devices.',
  'myAccount.password.current': 'Current password',
  'myAccount.password.wanted': 'New password',
  'myAccount.password.act': 'Change the password',
  'myAccount.password.changed': 'The password is changed. Your other devices are signed out.',
  'myAccount.devices': 'Signed-in devices',
  'myAccount.devices.text': 'A device you do not recognise? Sign it out, then change your password.',
  'myAccount.devices.this': '{browser} (this device)',
  'myAccount.devices.since': 'Signed in on {since}, last seen on {seen} or since',
  'myAccount.devices.end': 'Sign out',
  'myAccount.devices.endOf': 'Sign out {browser}',
  'myAccount.devices.ended': 'This device is signed out.',
  'myAccount.devices.endAll': 'Sign out all others',
  'myAccount.devices.allEnded': 'All other devices are signed out.',
  'myAccount.browser.unknown': 'Unknown device',
};
