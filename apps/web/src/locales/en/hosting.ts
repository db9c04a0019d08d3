import type { hosting as french } from '../fr/hosting.js';

/** Portée's registrations at networks, for whoever runs the installation. */
export const hosting: Record<keyof typeof french, string> = {
  'hosting.title': 'Registrations with networks',
  'hosting.text': 'Some networks want to know Portée before they let it read. You register it once, for all organisations of this installation. You alone see this part.',
  'hosting.go': 'Organisations, limits, health',
  'hosting.none': 'Portée is not registered there.',
  'hosting.since': 'Portée has been registered since {day}, as {clientId}.',
  'hosting.register': 'Register Portée with {network}',
  'hosting.change': 'Change the registration with {network}',
  'hosting.redirect': 'Return address to give to the network, to the letter:',
  'hosting.clientId': 'Id of the application',
  'hosting.clientSecret': 'Secret of the application',
  'hosting.clientSecret.hint': 'Kept encrypted. It will never be shown again.',
  'hosting.missing': 'To be filled in.',
  'hosting.save': 'Save',
  'hosting.saved': 'Portée is registered with {network}.',
  'hosting.remove': 'Forget this registration',
  'hosting.remove.title': 'Forget the registration with {network}?',
  'hosting.remove.text': 'The {network} channels of all organisations will no longer be read. Their figures stay. Registering Portée again sets them going.',
  'hosting.removed': 'The registration with {network} is forgotten.',
  'hosting.keep': 'Keep it',
};
