import type { NetworkSentences } from '../../core/network-messages.js';

export const en: NetworkSentences = {
  name: 'Newsletter',
  whereFollowers: 'In your mailing tool, the number of active addresses of the list.',
  howToExport: 'In your mailing tool (Listmonk, Brevo, Mailchimp…) export the list of campaigns with their figures as CSV. When importing, tell Portée what each column says.',
  limits: 'Opens are estimates: some mail programs open everything by themselves, others block the image that counts them. Unique clicks are the solid figure. The rate is taken over the messages delivered.',
};
