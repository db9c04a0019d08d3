import type { NetworkSentences } from '../../core/network-messages.js';

export const en: NetworkSentences = {
  name: 'Instagram',
  whereFollowers: 'On the profile of the account, the number of followers.',
  howToExport: 'In Meta Business Suite open Insights, then Content, choose Instagram and the period, then Export data as CSV. Import the file as it is, without opening it in a spreadsheet.',
  limits: 'Instagram tells how many accounts saw a post, but not which of them follow you, nor whether it was boosted. The reach of posts from before September 2024 is not dependable.',
};
