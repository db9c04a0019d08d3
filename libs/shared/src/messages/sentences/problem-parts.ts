import type { Sentences } from '../speak.js';

/** Short names of what an HTTP status says, for the title of a problem. */
const titlesFr = {
  '400': 'Demande incompréhensible',
  '401': 'Connexion nécessaire',
  '403': 'Action non permise',
  '404': 'Introuvable',
  '409': 'Déjà fait autrement',
  '413': 'Trop lourd',
  '415': 'Type de contenu refusé',
  '422': 'À corriger',
  '429': 'Trop de demandes',
  '500': 'Problème chez nous',
  '502': 'Le réseau ne suit pas',
  '503': 'Pas encore prêt',
};

export type ProblemStatus = keyof typeof titlesFr;

export const problemTitles: Sentences<ProblemStatus> = {
  fr: titlesFr,
  en: {
    '400': 'Request not understood', '401': 'Sign-in needed', '403': 'Not allowed', '404': 'Not found',
    '409': 'Already otherwise', '413': 'Too large', '415': 'Type of content refused', '422': 'To be corrected',
    '429': 'Too many requests', '500': 'Trouble on our side', '502': 'The network does not follow', '503': 'Not ready yet',
  },
  nl: {
    '400': 'Vraag niet begrepen', '401': 'Aanmelden nodig', '403': 'Niet toegelaten', '404': 'Niet gevonden',
    '409': 'Intussen anders', '413': 'Te groot', '415': 'Soort inhoud geweigerd', '422': 'Te verbeteren',
    '429': 'Te veel vragen', '500': 'Probleem bij ons', '502': 'Het netwerk volgt niet', '503': 'Nog niet klaar',
  },
};

/** Why one field of a request is refused. */
const fieldsFr = {
  'invalid': 'Manquant ou incorrect.',
  'unknown-choice': 'Ce choix n’existe pas.',
  'unknown-field': 'Ce champ n’existe pas.',
  'too-short': 'Au moins {limit, plural, one {# caractère} other {# caractères}}.',
  'too-long': 'Au plus {limit, plural, one {# caractère} other {# caractères}}.',
  'too-small': 'Au moins {limit, number}.',
  'too-big': 'Au plus {limit, number}.',
  'too-few': 'Au moins {limit, plural, one {# élément} other {# éléments}}.',
  'too-many': 'Au plus {limit, plural, one {# élément} other {# éléments}}.',
  'email': 'Une adresse e-mail, comme prenom@exemple.be.',
  'day': 'Un jour entre 2000 et 2100, comme 2026-11-23.',
  'day-to-come': 'Ce jour n’est pas encore venu : écrivez-le quand ce sera fait.',
  'month': 'Un mois entre 2000 et 2100, comme 2026-11.',
  'instant': 'Un instant avec son décalage, comme 2026-11-23T18:40:00+01:00.',
  'identifier': 'Un identifiant de Portée.',
  'time-zone': 'Un fuseau horaire, comme Europe/Brussels.',
  'period-reversed': 'La fin vient avant le début.',
  'time': 'Une heure entre 00:00 et 23:59, comme 18:30.',
  'span-too-long': 'Au plus 400 jours à la fois.',
  'occurrence-half-named': 'Un rendez-vous et un de ses jours vont ensemble : donnez les deux, ou aucun.',
  'mapping-needs-date': 'Indiquez la colonne qui porte la date de publication.',
  'mapping-needs-channel': 'Choisissez un canal, ou donnez-en un nouveau, mais pas les deux.',
  'no-semicolon': 'Sans point-virgule : dans les fichiers, il sépare les thèmes.',
  'no-word': 'Au moins une lettre ou un chiffre : les émojis et la ponctuation ne se cherchent pas.',
};

export type FieldReason = keyof typeof fieldsFr;

export const fieldSentences: Sentences<FieldReason> = {
  fr: fieldsFr,
  en: {
    'invalid': 'Missing or wrong.',
    'unknown-choice': 'There is no such choice.',
    'unknown-field': 'There is no such field.',
    'too-short': 'At least {limit, plural, one {# character} other {# characters}}.',
    'too-long': 'At most {limit, plural, one {# character} other {# characters}}.',
    'too-small': 'At least {limit, number}.',
    'too-big': 'At most {limit, number}.',
    'too-few': 'At least {limit, plural, one {# item} other {# items}}.',
    'too-many': 'At most {limit, plural, one {# item} other {# items}}.',
    'email': 'An e-mail address, like name@example.org.',
    'day': 'A day between 2000 and 2100, like 2026-11-23.',
    'day-to-come': 'That day has not come yet: write it down once it is done.',
    'month': 'A month between 2000 and 2100, like 2026-11.',
    'instant': 'An instant with its offset, like 2026-11-23T18:40:00+01:00.',
    'identifier': 'An identifier of Portée.',
    'time-zone': 'A time zone, like Europe/Brussels.',
    'period-reversed': 'The end comes before the beginning.',
    'time': 'A time between 00:00 and 23:59, like 18:30.',
    'span-too-long': 'At most 400 days at once.',
    'occurrence-half-named': 'An appointment and one of its days go together: give both, or neither.',
    'mapping-needs-date': 'Say which column holds the date of publication.',
    'mapping-needs-channel': 'Choose a channel or give a new one, not both.',
    'no-semicolon': 'Without semicolon: files part themes by it.',
    'no-word': 'At least one letter or digit: emojis and punctuation are not looked for.',
  },
  nl: {
    'invalid': 'Ontbreekt of klopt niet.',
    'unknown-choice': 'Die keuze bestaat niet.',
    'unknown-field': 'Dat veld bestaat niet.',
    'too-short': 'Minstens {limit, plural, one {# teken} other {# tekens}}.',
    'too-long': 'Hoogstens {limit, plural, one {# teken} other {# tekens}}.',
    'too-small': 'Minstens {limit, number}.',
    'too-big': 'Hoogstens {limit, number}.',
    'too-few': 'Minstens {limit, plural, one {# element} other {# elementen}}.',
    'too-many': 'Hoogstens {limit, plural, one {# element} other {# elementen}}.',
    'email': 'Een e-mailadres, zoals voornaam@voorbeeld.be.',
    'day': 'Een dag tussen 2000 en 2100, zoals 2026-11-23.',
    'day-to-come': 'Die dag is nog niet gekomen: noteer hem zodra het gebeurd is.',
    'month': 'Een maand tussen 2000 en 2100, zoals 2026-11.',
    'instant': 'Een tijdstip met zijn verschuiving, zoals 2026-11-23T18:40:00+01:00.',
    'identifier': 'Een identificatie van Portée.',
    'time-zone': 'Een tijdzone, zoals Europe/Brussels.',
    'period-reversed': 'Het einde komt voor het begin.',
    'time': 'Een uur tussen 00:00 en 23:59, zoals 18:30.',
    'span-too-long': 'Hoogstens 400 dagen tegelijk.',
    'occurrence-half-named': 'Een vaste afspraak en een van haar dagen horen samen: geef beide, of geen van beide.',
    'mapping-needs-date': 'Duid de kolom aan met de publicatiedatum.',
    'mapping-needs-channel': 'Kies een kanaal of geef er een nieuw op, niet allebei.',
    'no-semicolon': 'Zonder puntkomma: die scheidt in bestanden de thema’s.',
    'no-word': 'Minstens één letter of cijfer: op emoji’s en leestekens wordt niet gezocht.',
  },
};
