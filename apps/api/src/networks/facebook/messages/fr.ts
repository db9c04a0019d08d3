import type { NetworkSentences } from '../../core/network-messages.js';

export const fr: NetworkSentences = {
  name: 'Facebook',
  whereFollowers: 'Dans Meta Business Suite, « Statistiques », « Audience » : le nombre de followers de la page.',
  howToExport: 'Dans Meta Business Suite, ouvrez « Statistiques », puis « Contenu », choisissez la période, puis « Exporter les données » et le format CSV. Importez le fichier tel quel, sans l’ouvrir dans un tableur.',
  limits: 'Facebook dit combien de personnes ont vu une publication, abonnées ou non. Depuis le 15 juin 2026, seul le fichier exporté distingue encore les personnes touchées avec et sans publicité. Les groupes n’ont aucun chiffre à exporter : saisissez-les à la main.',
};
