import type { NetworkSentences } from '../../core/network-messages.js';

export const en: NetworkSentences = {
  name: 'Facebook',
  whereFollowers: 'In Meta Business Suite, Insights, Audience: the number of followers of the page.',
  howToExport: 'In Meta Business Suite open Insights, then Content, choose the period, then Export data as CSV. Import the file as it is, without opening it in a spreadsheet.',
  limits: 'Facebook tells how many people saw a post, followers or not. Since 15 June 2026 only the exported file still parts organic from paid. Groups have no figures to export: type them in by hand.',
};
