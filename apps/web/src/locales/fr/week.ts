/** The first page of whoever publishes. */
export const week = {
  'week.title': '{day} à {time} : {title}',
  'week.title.none': 'Rien n’est prévu d’ici au {day}',
  'week.today': 'Aujourd’hui',
  'week.next.title': 'À publier',
  'week.next.none': 'Ce que l’équipe prévoit au plan apparaît ici, avec son jour, son heure et son canal.',
  'week.next.more': '{count, plural, one {Et une autre d’ici deux semaines.} other {Et # autres d’ici deux semaines.}}',
  'week.next.plan': 'Ouvrir le calendrier',
  'week.drawn': 'Tiré au sort pour l’essai en cours : {drawn}.',
  'week.last.title': 'Vos dernières publications',
  'week.last.none': 'Rien n’a encore été relevé.',
  'week.moments.title': 'Quand publier',
  'week.moments.none': 'Aucun moment ne se détache dans vos chiffres. Publiez quand cela vous arrange.',
  'week.moments.unknown': 'Portée n’a pas encore de chiffres pour dire quand publier.',
  'week.moments.all': 'Tous les jours et heures',
};
