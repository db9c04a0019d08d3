import type { Locale } from '@portee/shared';

/** What `portee doctor` says, the same keys in each language. */
export interface DoctorMessages {
  settingsGood: string;
  unknownVariable: (values: { name: string }) => string;
  nodeGood: (values: { found: string }) => string;
  nodeOld: (values: { found: string }) => string;
  addressGood: string;
  addressPlain: (values: { host: string }) => string;
  mailGiven: string;
  mailAbsent: string;
  roomGood: (values: { dataFolder: string; megabytes: number }) => string;
  roomShort: (values: { dataFolder: string; megabytes: number }) => string;
  keyGood: (values: { file: string }) => string;
  keyOpen: (values: { file: string }) => string;
  databaseGood: (values: { version: string }) => string;
  migrationsGood: string;
  migrationsWaiting: (values: { waiting: number }) => string;
  queueGood: string;
  pagesGood: string;
  pagesMissing: string;
}

/** The doctor's sentences in one language. */
export function doctorMessages(language: Locale): DoctorMessages {
  return catalogues[language];
}

const catalogues: Record<Locale, DoctorMessages> = {
  fr: {
    settingsGood: 'Les réglages se lisent sans erreur.',
    unknownVariable: ({ name }) => `${name} ne correspond à aucun réglage de Portée : vérifiez l’orthographe (tableau des réglages dans le README).`,
    nodeGood: ({ found }) => `Node.js ${found} convient.`,
    nodeOld: ({ found }) => `Node.js ${found} est ancien : lancez Portée avec npm start, qui emploie sa propre version.`,
    addressGood: 'L’adresse d’écoute ne pose pas de question de sécurité.',
    addressPlain: ({ host }) => `Portée écoute sur ${host} sans https : les mots de passe circulent en clair. Placez-la derrière un serveur https et donnez PORTEE_URL=https://….`,
    mailGiven: 'Un serveur de courriel est indiqué.',
    mailAbsent: 'Aucun serveur de courriel n’est indiqué : rien ne partira par courriel. Pour envoyer, donnez PORTEE_SMTP_URL et PORTEE_SMTP_FROM.',
    roomGood: ({ dataFolder, megabytes }) => `Le dossier ${dataFolder} dispose de ${megabytes} Mo.`,
    roomShort: ({ dataFolder, megabytes }) => `Le dossier ${dataFolder} ne dispose plus que de ${megabytes} Mo. Libérez de la place : il en faut 1 000 pour être tranquille.`,
    keyGood: ({ file }) => `La clé secrète (${file}) n’est lisible que par son propriétaire. Gardez-en une copie ailleurs.`,
    keyOpen: ({ file }) => `La clé secrète est lisible par d’autres comptes de la machine. Fermez-la : chmod 600 ${file}.`,
    databaseGood: ({ version }) => `La base de données répond (PostgreSQL ${version}).`,
    migrationsGood: 'Les tables sont à la version de cette Portée.',
    migrationsWaiting: ({ waiting }) => `${waiting} mise(s) à jour des tables se feront au prochain démarrage.`,
    queueGood: 'La file d’attente (Redis) répond.',
    pagesGood: 'Les pages sont construites.',
    pagesMissing: 'Les pages ne sont pas construites : lancez npm run build.',
  },
  en: {
    settingsGood: 'The settings are read without error.',
    unknownVariable: ({ name }) => `${name} is no setting of Portée: check its spelling (table of settings in the README).`,
    nodeGood: ({ found }) => `Node.js ${found} is fine.`,
    nodeOld: ({ found }) => `Node.js ${found} is old: start Portée with npm start, which uses a version of its own.`,
    addressGood: 'The address it listens on raises no question of safety.',
    addressPlain: ({ host }) => `Portée listens on ${host} without https: passwords travel in clear. Put it behind an https server and give PORTEE_URL=https://….`,
    mailGiven: 'A mail server is given.',
    mailAbsent: 'No mail server is given: nothing will leave by e-mail. To send, give PORTEE_SMTP_URL and PORTEE_SMTP_FROM.',
    roomGood: ({ dataFolder, megabytes }) => `The folder ${dataFolder} has ${megabytes} MB left.`,
    roomShort: ({ dataFolder, megabytes }) => `The folder ${dataFolder} has only ${megabytes} MB left. Make room: 1,000 are needed to be at ease.`,
    keyGood: ({ file }) => `The secret key (${file}) can be read by its owner alone. Keep a copy elsewhere.`,
    keyOpen: ({ file }) => `The secret key can be read by other accounts of this machine. Close it: chmod 600 ${file}.`,
    databaseGood: ({ version }) => `The database answers (PostgreSQL ${version}).`,
    migrationsGood: 'The tables are at the version of this Portée.',
    migrationsWaiting: ({ waiting }) => `${waiting} update(s) of the tables will be made at the next start.`,
    queueGood: 'The queue (Redis) answers.',
    pagesGood: 'The pages are built.',
    pagesMissing: 'The pages are not built: run npm run build.',
  },
  nl: {
    settingsGood: 'De instellingen worden zonder fout gelezen.',
    unknownVariable: ({ name }) => `${name} is geen instelling van Portée: kijk de spelling na (tabel met instellingen in de README).`,
    nodeGood: ({ found }) => `Node.js ${found} is in orde.`,
    nodeOld: ({ found }) => `Node.js ${found} is oud: start Portée met npm start, dat zijn eigen versie gebruikt.`,
    addressGood: 'Het adres waarop geluisterd wordt, stelt geen veiligheidsvraag.',
    addressPlain: ({ host }) => `Portée luistert op ${host} zonder https: wachtwoorden gaan onversleuteld over het netwerk. Zet het achter een https-server en geef PORTEE_URL=https://….`,
    mailGiven: 'Er is een mailserver opgegeven.',
    mailAbsent: 'Er is geen mailserver opgegeven: er vertrekt niets per e-mail. Geef om te versturen PORTEE_SMTP_URL en PORTEE_SMTP_FROM.',
    roomGood: ({ dataFolder, megabytes }) => `De map ${dataFolder} heeft nog ${megabytes} MB.`,
    roomShort: ({ dataFolder, megabytes }) => `De map ${dataFolder} heeft nog maar ${megabytes} MB. Maak plaats: met 1.000 MB zit je goed.`,
    keyGood: ({ file }) => `De geheime sleutel (${file}) is alleen leesbaar voor zijn eigenaar. Bewaar ergens anders een kopie.`,
    keyOpen: ({ file }) => `De geheime sleutel is leesbaar voor andere accounts van de machine. Sluit hem af: chmod 600 ${file}.`,
    databaseGood: ({ version }) => `De databank antwoordt (PostgreSQL ${version}).`,
    migrationsGood: 'De tabellen zijn op de versie van deze Portée.',
    migrationsWaiting: ({ waiting }) => `${waiting} bijwerking(en) van de tabellen gebeuren bij de volgende start.`,
    queueGood: 'De wachtrij (Redis) antwoordt.',
    pagesGood: 'De pagina’s zijn gebouwd.',
    pagesMissing: 'De pagina’s zijn niet gebouwd: start npm run build.',
  },
};
