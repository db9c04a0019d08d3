import type { NetworkSentences } from '../../core/network-messages.js';

export const fr: NetworkSentences = {
  name: 'PeerTube',
  whereFollowers: 'Sur la page de la chaîne, sous son nom : le nombre d’abonnés.',
  howToExport: 'PeerTube n’exporte aucun tableau de chiffres. Connectez la chaîne : Portée lit ses chiffres chaque jour. À défaut, remplissez un fichier CSV de Portée ou saisissez les chiffres du mois à la main.',
  limits: 'Un spectateur est une visite d’un navigateur, pas une personne : la même personne sur son téléphone et son ordinateur compte deux fois. Les spectateurs et la durée de visionnage ne sont donnés qu’au propriétaire de la chaîne ; partages, enregistrements et clics ne sont pas donnés.',
  connect: {
    steps: [
      'Ouvrez votre chaîne PeerTube dans un navigateur et copiez l’adresse de la page.',
      'Pour connaître les spectateurs, indiquez aussi le nom et le mot de passe avec lesquels vous publiez. Le mot de passe sert une seule fois : Portée ne le garde pas.',
      'Si un code est demandé à la connexion, tapez celui que montre votre application d’authentification.',
      'Sans mot de passe, l’adresse suffit : Portée lit alors les abonnés, les vues, les « J’aime » et les commentaires, mais pas les spectateurs.',
      'Choisissez la chaîne à suivre. PeerTube ne propose pas d’accès limité à la lecture : si votre serveur le permet, utilisez un compte réservé à Portée.',
    ],
    settings: {
      address: { label: 'Adresse de la chaîne', hint: 'Copiée du navigateur, ou sous la forme nom@serveur.' },
      username: { label: 'Nom d’utilisateur', hint: 'Celui avec lequel vous vous connectez à ce serveur PeerTube, ou votre adresse e-mail.' },
      password: { label: 'Mot de passe', hint: 'Utilisé une fois pour obtenir l’accès, puis oublié.' },
      code: { label: 'Code à usage unique', hint: 'Seulement si la connexion en deux étapes est activée sur votre compte.' },
    },
  },
};
