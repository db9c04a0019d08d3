import type { NetworkSentences } from '../../core/network-messages.js';

export const fr: NetworkSentences = {
  name: 'YouTube',
  whereFollowers: 'Dans YouTube Studio, « Tableau de bord » : le nombre d’abonnés actuel.',
  howToExport: 'Dans YouTube Studio, ouvrez « Statistiques », « Mode avancé », ajoutez la colonne « Spectateurs uniques », puis téléchargez le fichier CSV. À l’import, indiquez à Portée ce que dit chaque colonne.',
  limits: 'Les spectateurs uniques sont une estimation de YouTube, donnée seulement par ce fichier. Depuis le 27 août 2026, une vue compte dès la première image : les vues d’avant et d’après ne se comparent pas.',
};
