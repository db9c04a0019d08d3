import type { NetworkSentences } from '../../core/network-messages.js';

export const fr: NetworkSentences = {
  name: 'Lettre d’information',
  whereFollowers: 'Dans votre outil d’envoi, le nombre d’adresses actives de la liste.',
  howToExport: 'Dans votre outil d’envoi (Listmonk, Brevo, Mailchimp…), exportez la liste des campagnes avec leurs chiffres en CSV. À l’import, indiquez à Portée ce que dit chaque colonne.',
  limits: 'Les ouvertures sont estimées : certaines messageries ouvrent tout d’elles-mêmes, d’autres bloquent l’image qui les compte. Les clics uniques sont le chiffre solide. Le taux se calcule sur les messages distribués.',
};
