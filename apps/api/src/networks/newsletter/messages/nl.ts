import type { NetworkSentences } from '../../core/network-messages.js';

export const nl: NetworkSentences = {
  name: 'Nieuwsbrief',
  whereFollowers: 'In jullie verzendprogramma, het aantal actieve adressen van de lijst.',
  howToExport: 'Exporteer in jullie verzendprogramma (Listmonk, Brevo, Mailchimp…) de lijst van campagnes met hun cijfers als CSV. Zeg bij het importeren aan Portée wat elke kolom betekent.',
  limits: 'Openingen zijn geschat: sommige mailprogramma’s openen alles vanzelf, andere blokkeren het beeldje dat ze telt. Unieke klikken zijn het stevige cijfer. Het aandeel wordt berekend op de afgeleverde mails.',
};
