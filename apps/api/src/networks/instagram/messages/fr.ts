import type { NetworkSentences } from '../../core/network-messages.js';

export const fr: NetworkSentences = {
  name: 'Instagram',
  whereFollowers: 'Sur le profil du compte, le nombre de followers.',
  howToExport: 'Dans Meta Business Suite, ouvrez « Statistiques », puis « Contenu », choisissez Instagram et la période, puis « Exporter les données » et le format CSV. Importez le fichier tel quel, sans l’ouvrir dans un tableur.',
  limits: 'Instagram dit combien de comptes ont vu une publication, mais pas lesquels vous suivent, ni si elle a été sponsorisée. Connecté, il dit aussi combien d’abonnés le compte a touchés en 28 jours, et lit les stories avant qu’elles ne disparaissent. La portée des publications d’avant septembre 2024 n’est pas fiable.',
  connect: {
    steps: [
      'Le compte doit être professionnel (Entreprise ou Créateur). C’est gratuit et réversible : dans l’application Instagram, « Paramètres », « Type de compte et outils ».',
      'Deux chemins. Si vous avez une page Facebook liée au compte, passez par elle : un seul accord sert aux deux. Sinon, connectez-vous avec Instagram directement.',
      'Par la page : liez d’abord le compte à la page dans Meta Business Suite, puis « Connecter », et cochez la page et le compte que Facebook propose.',
      'Directement : la personne qui héberge Portée ajoute votre compte comme testeur Instagram de son app Meta. Acceptez l’invitation dans Instagram (« Autorisations du site web »), puis « Connecter ».',
      'De retour dans Portée, choisissez le compte. Portée lit des chiffres et vos publications : elle ne publie rien et ne lit ni les messages ni le nom des gens.',
      'Par la page, Facebook demande de renouveler l’accord environ tous les 90 jours, et Portée vous prévient. Directement, l’accès se renouvelle tout seul.',
    ],
    applicationSteps: [
      'Par la page Facebook, c’est l’app Meta de Facebook qui sert : ajoutez-y les autorisations instagram_basic et instagram_manage_insights. Il n’y a rien d’autre à enregistrer ici.',
      'Pour les comptes sans page, ajoutez le produit Instagram à la même app, puis « Configuration de l’API avec connexion Instagram ».',
      'Ajoutez-y l’adresse de redirection que Portée affiche ici, au signe près, et les autorisations instagram_business_basic et instagram_business_manage_insights.',
      'Ajoutez chaque compte comme « Testeur Instagram » dans les rôles de l’app. Ne publiez pas l’app.',
      'Copiez l’identifiant et la clé secrète de l’app Instagram : ils diffèrent de ceux de l’app Meta. Collez-les ici.',
    ],
    settings: {
      facebook: { label: 'Par la page Facebook', hint: 'Le compte est lié à votre page : recommandé si vous connectez aussi Facebook.' },
      instagram: { label: 'Avec Instagram directement', hint: 'Le compte n’a pas de page Facebook.' },
    },
  },
};
