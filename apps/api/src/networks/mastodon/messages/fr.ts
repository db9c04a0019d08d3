import type { NetworkSentences } from '../../core/network-messages.js';

export const fr: NetworkSentences = {
  name: 'Mastodon',
  whereFollowers: 'Sur le profil du compte, le nombre d’abonnés.',
  howToExport: 'Mastodon n’exporte aucun chiffre de publication. Remplissez un fichier CSV de Portée, ou saisissez les chiffres du mois à la main.',
  limits: 'Mastodon ne compte pas qui regarde : la portée n’y est pas mesurable. Les favoris, réponses et partages sont ceux que connaît votre serveur : au moins autant.',
};
