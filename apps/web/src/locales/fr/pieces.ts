/** What pieces say that only later pages share. */
export const pieces = {
  'channelTabs.label': 'Canaux',
  'channelTabs.span': '{from} à {until}',
  'ui.copy.address': 'Copier l’adresse',
  'ui.copied.address': 'L’adresse est copiée.',
  'ui.copy.secret': 'Copier',
  'ui.copied.secret': 'C’est copié.',
  'period.from': 'Du',
  'period.to': 'Au',
  'period.reversed': 'La seconde date vient avant la première.',
  'ui.more.shown': '{shown, number} sur {total, number}',
  'ui.more.next': 'Afficher la suite',
  'proof.password': 'Votre mot de passe',
  'proof.password.directory': 'Si vous entrez toujours par l’annuaire, laissez vide.',
  'proof.code': 'Code de votre téléphone',
  'proof.code.hint': 'Ou un de vos codes de secours.',
};
