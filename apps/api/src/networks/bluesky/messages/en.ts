import type { NetworkSentences } from '../../core/network-messages.js';

export const en: NetworkSentences = {
  name: 'Bluesky',
  whereFollowers: 'On the profile of the account, the number of followers.',
  howToExport: 'Bluesky exports no figures of posts. Connect the account: its handle is enough. Failing that, fill in a Portée CSV file, or type in the figures of the month by hand.',
  limits: 'Bluesky does not count who looks: reach cannot be measured there. Portée shows likes, replies, reposts and quotes instead, which are public.',
  connect: {
    steps: [
      'Enter the handle of the account, as its profile shows it after the @. No password is asked for: everything Portée reads is public.',
      'Check that the account found is yours, then connect it. Should its handle change later, Portée follows it.',
      'Only your own posts are counted. Your reposts of other accounts and your replies to other people are not.',
    ],
    settings: { handle: { label: 'Handle', hint: 'For example centre.bsky.social, or the address of the profile copied from the browser.' } },
  },
};
