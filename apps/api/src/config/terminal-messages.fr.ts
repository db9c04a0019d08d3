import type { EnvironmentProblem, ExpectedValue } from './start-error.js';
import type { TerminalMessages } from './terminal-messages.js';

/** What the terminal says, in French. */
export const frenchTerminal: TerminalMessages = {
  ready: ({ url }) => [`Portée est prête : ${url}`, 'Ouvrez cette adresse dans votre navigateur. Pour arrêter : Ctrl-C.'],
  readyWorker: ['Portée travaille en arrière-plan (collectes, imports, rapports).', 'Pour arrêter : Ctrl-C.'],
  setupCode: ({ code }) => `Code demandé par la page de première ouverture : ${code}`,
  stopping: 'Portée s’arrête…',
  stoppedTooLong: 'L’arrêt a pris plus de dix secondes : Portée a été interrompue. Rien d’enregistré n’est perdu.',
  preparingDatabase: 'Préparation de la base de données (une seule fois)…',
  recoveringDatabase: 'La base de données se remet d’un arrêt brutal ; rien à faire, un peu de patience…',
  databaseRestarted: 'La base de données s’était arrêtée : Portée l’a relancée.',
  unknownVariable: ({ name }) => `${name} ne correspond à aucun réglage de Portée : vérifiez l’orthographe (tableau des réglages dans le README).`,
  unforeseen: 'Portée s’est arrêtée sur une erreur imprévue. Le détail ci-dessous aidera à la corriger.',
  problems: {
    environment: ({ problems }) => problems.map(frenchEnvironmentProblem).join('\n'),
    'data-folder-unwritable': ({ folder }) =>
      `Portée ne peut pas écrire dans le dossier ${folder}. Donnez-en les droits au compte qui lance Portée, ou choisissez un autre dossier avec PORTEE_DATA.`,
    'data-folder-unreachable': ({ folder, user }) =>
      `Lancée par l’administrateur (root), Portée confie sa base de données à l’utilisateur « ${user} », qui ne peut pas entrer dans ${folder}. Lancez Portée avec un compte ordinaire, ou placez Portée et ses données dans un dossier ouvert à tous, par exemple /srv/portee.`,
    'data-folder-other-version': ({ folder, found, expected }) =>
      `La base de données de ${folder} vient de PostgreSQL ${found}, alors que cette Portée emploie PostgreSQL ${expected}. Reprenez la version de Portée qui l’a créée, faites une sauvegarde, puis rechargez-la ici.`,
    'disk-full': ({ folder }) => `Le disque qui contient ${folder} est plein. Libérez au moins 500 Mo, puis relancez Portée ; rien d’enregistré n’est perdu.`,
    'port-taken': ({ port }) =>
      `Le port ${port} est déjà pris par un autre programme. Arrêtez-le, ou choisissez un autre port : PORTEE_PORT=${port + 1} npm start.`,
    'port-forbidden': ({ port }) =>
      `Le port ${port} est réservé à l’administrateur de la machine. Choisissez un port à partir de 1024 : PORTEE_PORT=3000 npm start.`,
    'address-unavailable': ({ host }) => `Cette machine n’a pas l’adresse ${host}. Corrigez PORTEE_HOST, ou retirez-le pour n’écouter que sur cette machine.`,
    'already-running': ({ address }) =>
      `Portée tourne déjà avec ces données : ${address}. Ouvrez cette adresse, ou arrêtez l’autre Portée avant de relancer celle-ci.`,
    'database-unreachable': ({ address, cause }) =>
      `La base de données ${address} ne répond pas (${cause}). Vérifiez qu’elle tourne et que DATABASE_URL est juste.`,
    'database-too-old': ({ found, needed }) =>
      `La base de données est PostgreSQL ${found} ; Portée demande PostgreSQL ${needed} ou plus récent. Mettez le serveur à jour, ou retirez DATABASE_URL pour employer la base fournie.`,
    'database-newer':
      () => 'Ces données ont été mises à jour par une version plus récente de Portée. Installez cette version, ou rechargez une sauvegarde plus ancienne. Rien n’a été modifié.',
    'database-rights': () =>
      'Le compte de DATABASE_URL n’a pas le droit de créer des rôles. Accordez-le : ALTER ROLE … CREATEROLE, et rendez-le propriétaire de la base.',
    'queue-unreachable': ({ isRedis }) =>
      isRedis
        ? 'La file d’attente (Redis) ne répond pas. Vérifiez qu’il tourne et que REDIS_URL est juste.'
        : 'La file d’attente des travaux ne répond pas dans la base de données. Relancez Portée ; si cela persiste, lancez npm run -s portee -- doctor.',
    'database-lost': () => 'La base de données ne répond plus et n’a pas pu être relancée. Relancez Portée ; ce qui était enregistré l’est toujours.',
    'embedded-database-failed': ({ log, lastLines }) => `La base de données fournie n’a pas démarré. Son journal est ${log} :\n${lastLines}`,
    'embedded-database-missing': ({ platform }) =>
      `Aucune base de données n’est fournie pour ${platform}, ou son installation est incomplète. Supprimez le dossier node_modules et relancez, ou donnez l’adresse d’un serveur PostgreSQL avec DATABASE_URL.`,
    'no-database-user': () =>
      'Lancée par l’administrateur (root), Portée a besoin d’un utilisateur « postgres » pour sa base de données et n’a pas pu le créer. Lancez Portée avec un compte ordinaire.',
  },
};

function frenchEnvironmentProblem({ name, given, expected }: EnvironmentProblem): string {
  const start = given === null ? `${name} est à corriger` : `${name} vaut « ${given} »`;
  return `${start} : il faut ${frenchExpected[expected]}.`;
}

const frenchExpected: Record<ExpectedValue, string> = {
  host: 'une adresse ou un nom de machine, par exemple 127.0.0.1 ou 0.0.0.0',
  port: 'un nombre entier de 0 à 65535, par exemple 3000',
  'web-address': 'une adresse qui commence par https:// ou http://',
  folder: 'le chemin d’un dossier',
  role: 'all, api ou worker',
  'database-address': 'une adresse qui commence par postgres://, par exemple postgres://portee:motdepasse@localhost:5432/portee',
  'redis-address': 'une adresse qui commence par redis:// ou rediss://',
  'mail-server': 'une adresse qui commence par smtp:// ou smtps://',
  'mail-address': 'une adresse électronique, par exemple portee@exemple.be',
  size: 'une taille, par exemple 200 MB',
  'on-off': 'on ou off',
  'secret-key': 'au moins 32 caractères pris au hasard, par exemple le résultat de openssl rand -base64 32',
  'secret-key-with-database':
    'donner une clé secrète quand DATABASE_URL est employé (au moins 32 caractères, par exemple le résultat de openssl rand -base64 32), et la garder : sans elle, les accès aux réseaux seraient illisibles',
  password: 'un mot de passe de 10 à 200 caractères',
  'both-admin': 'donner PORTEE_ADMIN_EMAIL et PORTEE_ADMIN_PASSWORD ensemble, ou aucun des deux',
  'sender-with-server': 'donner l’adresse d’expédition des courriels quand PORTEE_SMTP_URL est donné',
  'directory-address': 'donner une adresse qui commence par https://, telle que l’annuaire se nomme lui-même, par exemple https://login.exemple.be/realms/commune',
  'directory-client': 'donner ce que l’annuaire a fixé en enregistrant Portée',
  'directory-label': 'donner un nom de 60 caractères au plus, par exemple le compte de la commune',
  'whole-directory': 'donner PORTEE_OIDC_ISSUER, PORTEE_OIDC_CLIENT_ID et PORTEE_OIDC_CLIENT_SECRET ensemble, ou aucun des trois',
  'address-with-directory': 'donner l’adresse de Portée quand un annuaire est donné : c’est à cette adresse exacte que l’annuaire renvoie les personnes',
  'readable-file': 'le chemin d’un fichier lisible et non vide',
};
