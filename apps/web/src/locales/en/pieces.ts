import type { pieces as french } from '../fr/pieces.js';

/** What pieces say that only later pages share. */
export const pieces: Record<keyof typeof french, string> = {
  'channelTabs.label': 'Channels',
  'channelTabs.span': '{from} to {until}',
  'ui.copy.address': 'Copy the address',
  'ui.copied.address': 'The address is copied.',
  'ui.copy.secret': 'Copy',
  'ui.copied.secret': 'Copied.',
  'period.from': 'From',
  'period.to': 'To',
  'period.reversed': 'The second date comes before the first.',
  'ui.more.shown': '{shown, number} of {total, number}',
  'ui.more.next': 'Show more',
  'proof.password': 'Your password',
  'proof.password.directory': 'If you always come in by the directory, leave it empty.',
  'proof.code': 'Code of your phone',
  'proof.code.hint': 'Or one of your recovery codes.',
};
