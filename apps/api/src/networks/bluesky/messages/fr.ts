import type { NetworkSentences } from '../../core/network-messages.js';

export const fr: NetworkSentences = {
  name: 'Bluesky',
  whereFollowers: 'Sur le profil du compte, le nombre d’abonnés.',
  howToExport: 'Bluesky n’exporte aucun chiffre de publication. Connectez le compte : son nom suffit. À défaut, remplissez un fichier CSV de Portée, ou saisissez les chiffres du mois à la main.',
  limits: 'Bluesky ne compte pas qui regarde : la portée n’y est pas mesurable. Portée montre à la place les « J’aime », les réponses, les partages et les citations, qui sont publics.',
  connect: {
    steps: [
      'Indiquez le nom du compte, tel qu’il est écrit sur son profil après le @. Aucun mot de passe n’est demandé : tout ce que Portée lit est public.',
      'Vérifiez que le compte trouvé est bien le vôtre, puis connectez-le. Si le compte change de nom plus tard, Portée le suit.',
      'Seules vos propres publications sont comptées. Vos partages de publications d’autres comptes et vos réponses à d’autres personnes ne le sont pas.',
    ],
    settings: { handle: { label: 'Nom du compte', hint: 'Par exemple centre.bsky.social, ou l’adresse du profil copiée du navigateur.' } },
  },
};
