/** The first week of a team, step by step. */
export const firstWeek = {
  'firstWeek.title': 'Pour bien commencer : {left, plural, one {encore une étape} other {encore # étapes}}',
  'firstWeek.away': 'Ranger ce guide',
  'firstWeek.done': 'Fait',
  'firstWeek.import': 'Faire entrer vos chiffres',
  'firstWeek.import.text': 'Connecter un canal, ou importer le fichier que votre réseau vous donne.',
  'firstWeek.look': 'Regarder le mois',
  'firstWeek.look.text': 'Une publication typique, sa fourchette, ce qui a été vu et ce qui ne l’a pas été. Il faut cinq publications.',
  'firstWeek.decide': 'Se prononcer sur une recommandation',
  'firstWeek.decide.text': 'La prendre, l’adapter, la remettre à plus tard ou l’écarter : tout est retenu.',
  'firstWeek.later': 'Après vos premiers chiffres',
  'firstWeek.plan': 'Prévoir un rendez-vous',
  'firstWeek.plan.text': 'Un créneau régulier que votre public retrouve.',
  'firstWeek.comment': 'Écrire le mot du mois',
  'firstWeek.comment.text': 'Deux phrases de l’équipe, que le rapport garde.',
};
