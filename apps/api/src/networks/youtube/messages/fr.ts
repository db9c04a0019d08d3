import type { NetworkSentences } from '../../core/network-messages.js';

export const fr: NetworkSentences = {
  name: 'YouTube',
  whereFollowers: 'Dans YouTube Studio, « Tableau de bord » : le nombre d’abonnés actuel.',
  howToExport: 'Dans YouTube Studio, ouvrez « Statistiques », « Mode avancé », ajoutez la colonne « Spectateurs uniques », puis téléchargez le fichier CSV. À l’import, indiquez à Portée ce que dit chaque colonne.',
  limits: 'Les spectateurs uniques sont une estimation de YouTube, donnée seulement par le fichier de YouTube Studio. Depuis le 27 août 2026, une vue compte dès la première image : les vues d’avant et d’après ne se comparent pas.',
  connect: {
    steps: [
      'Demandez à la personne dont le compte Google est propriétaire de la chaîne de se connecter : un simple gestionnaire n’a pas accès aux statistiques.',
      'Sur la page de Google qui s’ouvre, choisissez ce compte, puis la chaîne si le compte en a plusieurs.',
      'Si Google affiche « Google n’a pas validé cette application », cliquez sur « Paramètres avancés », puis sur le lien qui mène à Portée : l’application est celle de votre propre installation.',
      'Laissez cochées les deux autorisations : voir votre chaîne YouTube, et voir ses rapports d’activité. Sans la seconde, Portée lit les vues, les « J’aime » et les commentaires, mais ni partages, ni durée de visionnage, ni part des publicités.',
      'Les spectateurs uniques ne sont dans aucune de ces réponses : importez de temps en temps le fichier de YouTube Studio.',
    ],
    applicationSteps: [
      'Sur console.cloud.google.com, créez un projet (c’est gratuit). Un seul projet suffit pour toutes les chaînes de l’installation.',
      'Dans « API et services », « Bibliothèque », activez « YouTube Data API v3 » et « YouTube Analytics API ».',
      'Dans « Écran de consentement OAuth », choisissez le type « Externe », donnez le nom de votre installation et une adresse de contact, et ajoutez les autorisations youtube.readonly et yt-analytics.readonly.',
      'Passez l’application « En production ». Tant qu’elle reste « En test », chaque accès meurt après 7 jours.',
      'Dans « Identifiants », créez un « ID client OAuth » de type « Application Web » et collez l’adresse de retour que Portée affiche, sans y changer un signe.',
      'Copiez dans Portée l’identifiant et le code secret du client.',
    ],
    settings: {},
  },
};
