/** What the report's page says beside the sentences that it shares with the PDF. */
export const report = {
  'report.documentTitle': 'Rapport, {month}',
  'report.title': 'Le mois en entier : {month}',
  'report.download': 'Télécharger le PDF',
  'report.print': 'Le même contenu, mis en page pour être imprimé ou envoyé au conseil d’administration.',
  'report.moved': 'Ce qui a bougé',
  'report.noPosts': 'Aucune publication de ce mois ne peut encore être jugée.',
  'report.readOn': 'Chiffres relevés le {day}',
};
