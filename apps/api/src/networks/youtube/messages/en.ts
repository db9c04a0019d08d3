import type { NetworkSentences } from '../../core/network-messages.js';

export const en: NetworkSentences = {
  name: 'YouTube',
  whereFollowers: 'In YouTube Studio, Dashboard: the current number of subscribers.',
  howToExport: 'In YouTube Studio open Analytics, Advanced mode, add the column Unique viewers, then download the CSV file. When importing, tell Portée what each column says.',
  limits: 'Unique viewers are YouTube’s own estimate, given by this file only. Since 27 August 2026 a view counts from the first frame on: views before and after do not compare.',
};
