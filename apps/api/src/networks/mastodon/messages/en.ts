import type { NetworkSentences } from '../../core/network-messages.js';

export const en: NetworkSentences = {
  name: 'Mastodon',
  whereFollowers: 'On the profile of the account, the number of followers.',
  howToExport: 'Mastodon exports no figures of posts. Connect the account: Portée reads its figures several times a day. Failing that, fill in a Portée CSV file, or type in the figures of the month by hand.',
  limits: 'Mastodon does not count who looks: reach cannot be measured there. Favourites, replies and boosts are those your server knows of: at least so many.',
  connect: {
    steps: [
      'Find the address of the server your account is on: it is what follows the second @ of your name. The account @centre@mastodon.example is on mastodon.example. Pleroma, GoToSocial, snac, Friendica and Pixelfed connect in the same way.',
      'Enter that server, then sign in on its page with the centre’s account, not with your own. Portée only asks to read the account and its posts: it can neither post nor read your messages.',
      'Say yes: you come back to Portée, which shows the account it found.',
      'Without a password, enter the full name of the account. That is enough on most Mastodon servers; some show nothing to visitors, and then you have to sign in.',
      'Only posts that everybody can read are counted. Your boosts of other accounts and your replies to other people are not.',
    ],
    settings: {
      address: { label: 'Address of the server', hint: 'For example mastodon.example, or the address of your profile copied from the browser.' },
      handle: { label: 'Full name of the account', hint: 'With the server: @centre@mastodon.example. It is shown under the display name on the profile.' },
    },
  },
};
