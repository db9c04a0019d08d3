import type { NetworkSentences } from '../../core/network-messages.js';

export const fr: NetworkSentences = {
  name: 'Mastodon',
  whereFollowers: 'Sur le profil du compte, le nombre d’abonnés.',
  howToExport: 'Mastodon n’exporte aucun chiffre de publication. Connectez le compte : Portée lit ses chiffres plusieurs fois par jour. À défaut, remplissez un fichier CSV de Portée, ou saisissez les chiffres du mois à la main.',
  limits: 'Mastodon ne compte pas qui regarde : la portée n’y est pas mesurable. Les favoris, réponses et partages sont ceux que connaît votre serveur : le vrai total est au moins aussi élevé.',
  connect: {
    steps: [
      'Cherchez l’adresse du serveur où se trouve votre compte : c’est ce qui suit le deuxième @ de votre nom. Le compte @centre@mastodon.example est sur mastodon.example. Pleroma, GoToSocial, snac, Friendica et Pixelfed se connectent de la même façon.',
      'Indiquez ce serveur, puis connectez-vous sur sa page avec le compte du centre, et non avec votre compte personnel. Portée demande seulement à lire le compte et ses publications : elle ne peut ni publier, ni lire vos messages.',
      'Acceptez : vous revenez dans Portée, qui montre le compte trouvé.',
      'Sans mot de passe, indiquez le nom complet du compte. Cela suffit sur la plupart des serveurs Mastodon ; certains ne montrent rien aux visiteurs, et il faut alors s’y connecter.',
      'Seules les publications que tout le monde peut lire sont comptées. Vos partages de publications d’autres comptes et vos réponses à d’autres personnes ne le sont pas.',
    ],
    settings: {
      address: { label: 'Adresse du serveur', hint: 'Par exemple mastodon.example, ou l’adresse de votre profil copiée du navigateur.' },
      handle: { label: 'Nom complet du compte', hint: 'Avec le serveur : @centre@mastodon.example. Il se trouve sous le nom affiché, sur le profil.' },
    },
  },
};
