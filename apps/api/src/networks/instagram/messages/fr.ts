import type { NetworkSentences } from '../../core/network-messages.js';

export const fr: NetworkSentences = {
  name: 'Instagram',
  whereFollowers: 'Sur le profil du compte, le nombre de followers.',
  howToExport: 'Dans Meta Business Suite, ouvrez « Statistiques », puis « Contenu », choisissez Instagram et la période, puis « Exporter les données » et le format CSV. Importez le fichier tel quel, sans l’ouvrir dans un tableur.',
  limits: 'Instagram dit combien de comptes ont vu une publication, mais pas lesquels vous suivent, ni si elle a été sponsorisée. La portée des publications d’avant septembre 2024 n’est pas fiable.',
};
