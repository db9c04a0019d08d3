import type { NetworkSentences } from '../../core/network-messages.js';

export const en: NetworkSentences = {
  name: 'Mastodon',
  whereFollowers: 'On the profile of the account, the number of followers.',
  howToExport: 'Mastodon exports no figures of posts. Fill in a Portée CSV file, or type in the figures of the month by hand.',
  limits: 'Mastodon does not count who looks: reach cannot be measured there. Favourites, replies and boosts are those your server knows of: at least so many.',
};
