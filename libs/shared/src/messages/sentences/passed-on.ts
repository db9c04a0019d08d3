import { nl } from './passed-on.nl.js';

/** What gets passed on, as findings: titles of the page of shares and likes, and of its lines in the report. Formats come in already written. */
const fr = {
  'passed.ratio': '{count, plural, one {{ratio} partage} other {{ratio} partages}} pour 100 j’aime',

  'passed.title.none': '{place}, aucune publication jugée',
  'passed.title.unknown': '{place}, on ne sait pas ce qui se partage',
  'passed.title.nothing': '{place}, rien n’est encore partagé',
  'passed.title.fewLikes': '{place}, {shares, plural, one {# partage} other {# partages}}, et trop peu de j’aime pour un rapport',
  'passed.title.fewer': '{place}, environ 1 partage pour {likes} j’aime',
  'passed.title.asMany': '{place}, à peu près autant de partages que de j’aime',
  'passed.title.more': '{place}, {ratio}',

  'passed.months.none': 'Trop peu de j’aime pour un rapport par mois',
  'passed.months.one': '{ratio} en {month}',
  'passed.months.level': 'Autour de {ratio} chaque mois',
  'passed.months.between': 'Selon les mois, de {low} à {high}',

  'passed.formats.more': 'Vos {formats} touchent plus de monde que vos autres publications',
  'passed.formats.less': 'Vos {formats} touchent moins de monde que vos autres publications',
  'passed.formats.testMore': 'Peut-être plus de monde {when} : à vérifier',
  'passed.formats.testLess': 'Peut-être moins de monde {when} : à vérifier',
  'passed.formats.same': 'Aucun format ne se détache',
  'passed.formats.tooFew': 'Pas encore assez de publications pour départager les formats',
  'passed.formats.one': 'Un seul format : rien à comparer',
  'passed.formats.noReach': 'Les formats, par ce qu’on en partage',
  'passed.formats.plain': 'Format par format',

  'passed.called.none': 'Aucune publication ne le demande',
  'passed.called.few': 'Trop tôt pour le dire : {posts, plural, one {# publication seulement le demande} other {# publications seulement le demandent}}',
  'passed.called.all': 'Toutes le demandent : rien à quoi les comparer',
  'passed.called.fewOthers': 'Presque toutes le demandent : rien à quoi les comparer',
  'passed.called.unknown': 'On ne peut pas le dire : partages ou j’aime inconnus',
  'passed.called.more': 'Jusqu’ici, oui : {called}, contre {others}',
  'passed.called.same': 'Non, autant : {called}',
  'passed.called.less': 'Non, moins : {called}, contre {others}',

  'passed.series.found': '{count, plural, one {Un rendez-vous trouvé dans vos textes} other {# rendez-vous trouvés dans vos textes}}',
  'passed.series.none': 'Aucun rendez-vous régulier dans vos textes',
  'passed.series.every': 'tous les {days} jours, le {weekday}',
  'passed.series.weekly': 'chaque {weekday}',
  'passed.series.fortnightly': 'un {weekday} sur deux',
  'passed.series.threeWeekly': 'un {weekday} sur trois',

  'passed.posts.title': 'Jusqu’à {shares, plural, one {# partage} other {# partages}} pour une seule publication',
  'passed.posts.none': 'Aucune publication n’a encore été partagée',

  'passed.day.mon': 'lundi', 'passed.day.tue': 'mardi', 'passed.day.wed': 'mercredi', 'passed.day.thu': 'jeudi',
  'passed.day.fri': 'vendredi', 'passed.day.sat': 'samedi', 'passed.day.sun': 'dimanche',
};

const en: Record<keyof typeof fr, string> = {
  'passed.ratio': '{count, plural, one {{ratio} share} other {{ratio} shares}} for 100 likes',

  'passed.title.none': '{place}, no post to judge yet',
  'passed.title.unknown': '{place}, nobody knows what is shared',
  'passed.title.nothing': '{place}, nothing is shared yet',
  'passed.title.fewLikes': '{place}, {shares, plural, one {# share} other {# shares}}, and too few likes for a ratio',
  'passed.title.fewer': '{place}, about 1 share for {likes} likes',
  'passed.title.asMany': '{place}, about as many shares as likes',
  'passed.title.more': '{place}, {ratio}',

  'passed.months.none': 'Too few likes for a monthly ratio',
  'passed.months.one': '{ratio} in {month}',
  'passed.months.level': 'Around {ratio} every month',
  'passed.months.between': 'From {low} to {high}, depending on the month',

  'passed.formats.more': 'Your {formats} reach more people than your other posts',
  'passed.formats.less': 'Your {formats} reach fewer people than your other posts',
  'passed.formats.testMore': 'Perhaps more people {when}: worth a test',
  'passed.formats.testLess': 'Perhaps fewer people {when}: worth a test',
  'passed.formats.same': 'No format stands out',
  'passed.formats.tooFew': 'Not enough posts yet to tell formats apart',
  'passed.formats.one': 'One format only: nothing to compare',
  'passed.formats.noReach': 'Formats, by what is shared of them',
  'passed.formats.plain': 'Format by format',

  'passed.called.none': 'No post asks for it',
  'passed.called.few': 'Too early to say: only {posts, plural, one {# post asks for it} other {# posts ask for it}}',
  'passed.called.all': 'All ask for it: there is nothing to compare them with',
  'passed.called.fewOthers': 'Nearly all ask for it: there is nothing to compare them with',
  'passed.called.unknown': 'It cannot be said: shares or likes are unknown',
  'passed.called.more': 'So far, yes: {called}, against {others}',
  'passed.called.same': 'No, as often: {called}',
  'passed.called.less': 'No, less: {called}, against {others}',

  'passed.series.found': '{count, plural, one {One regular appointment found in your texts} other {# regular appointments found in your texts}}',
  'passed.series.none': 'No regular appointment in your texts',
  'passed.series.every': 'every {days} days, on a {weekday}',
  'passed.series.weekly': 'every {weekday}',
  'passed.series.fortnightly': 'every other {weekday}',
  'passed.series.threeWeekly': 'every third {weekday}',

  'passed.posts.title': 'Up to {shares, plural, one {# share} other {# shares}} for a single post',
  'passed.posts.none': 'No post has been shared yet',

  'passed.day.mon': 'Monday', 'passed.day.tue': 'Tuesday', 'passed.day.wed': 'Wednesday', 'passed.day.thu': 'Thursday',
  'passed.day.fri': 'Friday', 'passed.day.sat': 'Saturday', 'passed.day.sun': 'Sunday',
};

export type PassedOnKey = keyof typeof fr;
export const passedOnSentences = { fr, en, nl };
