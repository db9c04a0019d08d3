import type { NetworkSentences } from '../../core/network-messages.js';

export const fr: NetworkSentences = {
  name: 'Facebook',
  whereFollowers: 'Dans Meta Business Suite, « Statistiques », « Audience » : le nombre de followers de la page.',
  howToExport: 'Dans Meta Business Suite, ouvrez « Statistiques », puis « Contenu », choisissez la période, puis « Exporter les données » et le format CSV. Importez le fichier tel quel, sans l’ouvrir dans un tableur.',
  limits: 'Facebook dit combien de personnes ont vu une publication, abonnées ou non. Depuis le 15 juin 2026, seul le fichier exporté distingue encore les personnes touchées avec et sans publicité ; connecté, Facebook distingue les vues, pas les personnes. Il ne montre rien sous 100 mentions J’aime, et la journée de Facebook va de 9 h à 9 h. Les groupes n’ont aucun chiffre à exporter : saisissez-les à la main.',
  connect: {
    steps: [
      'Il vous faut un compte Facebook qui a le contrôle total de la page, ou au moins l’accès à ses statistiques. Demandez-le à la personne qui administre la page si ce n’est pas le cas.',
      'La personne qui héberge Portée doit vous avoir donné un rôle sur son app Meta. Acceptez son invitation : elle arrive dans les notifications de developers.facebook.com.',
      'Cliquez sur « Connecter » : Facebook s’ouvre et demande votre accord. Cochez la page du centre, sinon Portée ne la verra pas, et laissez toutes les autorisations cochées.',
      'De retour dans Portée, choisissez la page, ou plusieurs. Portée lit des chiffres et vos publications : elle ne publie rien et ne lit ni les messages ni le nom des gens.',
      'Aucune page dans la liste ? Si elle appartient à un portefeuille d’entreprise, faites-vous attribuer la page dans ce portefeuille, puis recommencez.',
      'Facebook demande de renouveler cet accord environ tous les 90 jours : Portée vous prévient deux semaines avant. Il suffit de recommencer ces étapes, l’historique reste.',
    ],
    applicationSteps: [
      'Une seule app Meta suffit pour toute l’installation. Inscrivez-vous sur developers.facebook.com (un numéro de téléphone est demandé), puis « Créer une app », avec le cas d’utilisation « Tout gérer sur votre Page ».',
      'Dans ce cas d’utilisation, ajoutez les autorisations pages_show_list, pages_read_engagement, read_insights et pages_read_user_content.',
      'Dans « Facebook Login », paramètres, ajoutez aux « URI de redirection OAuth valides » l’adresse que Portée affiche ici, au signe près.',
      'Ne publiez pas l’app et ne demandez pas de vérification : en mode développement, elle lit déjà les pages des personnes qui y ont un rôle.',
      'Dans « Rôles de l’app », ajoutez chaque collègue qui connectera une page (le rôle « Testeur » suffit). Chacun doit accepter l’invitation.',
      'Dans « Paramètres de l’app », « Général », copiez l’identifiant et la clé secrète de l’app, et collez-les ici.',
      'Une fois par an, Meta vous demande de confirmer l’usage des données de l’app : répondez, sans quoi elle est restreinte.',
    ],
    settings: {},
  },
};
