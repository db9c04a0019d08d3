import type { EnvironmentProblem, ExpectedValue } from './start-error.js';
import type { TerminalMessages } from './terminal-messages.js';

/** What the terminal says, in English. */
export const englishTerminal: TerminalMessages = {
  ready: ({ url }) => [`Portée is ready: ${url}`, 'Open this address in your browser. To stop: Ctrl-C.'],
  readyWorker: ['Portée is at work in the background (collections, imports, reports).', 'To stop: Ctrl-C.'],
  setupCode: ({ code }) => `Code asked by the first-run page: ${code}`,
  stopping: 'Portée is stopping…',
  stoppedTooLong: 'Stopping took more than ten seconds: Portée was cut short. Nothing that was saved is lost.',
  preparingDatabase: 'Preparing the database (only once)…',
  recoveringDatabase: 'The database is recovering from a sudden stop; nothing to do, a little patience…',
  databaseRestarted: 'The database had stopped: Portée started it again.',
  unknownVariable: ({ name }) => `${name} is no setting of Portée: check its spelling (table of settings in the README).`,
  unforeseen: 'Portée stopped on an unforeseen error. The details below will help to correct it.',
  problems: {
    environment: ({ problems }) => problems.map(englishEnvironmentProblem).join('\n'),
    'data-folder-unwritable': ({ folder }) =>
      `Portée cannot write in the folder ${folder}. Give the account that starts Portée the right to, or choose another folder with PORTEE_DATA.`,
    'data-folder-unreachable': ({ folder, user }) =>
      `Started by the administrator (root), Portée hands its database to the user “${user}”, who cannot enter ${folder}. Start Portée with an ordinary account, or put Portée and its data in a folder open to all, for example /srv/portee.`,
    'data-folder-other-version': ({ folder, found, expected }) =>
      `The database in ${folder} comes from PostgreSQL ${found}, while this Portée uses PostgreSQL ${expected}. Go back to the version of Portée that made it, make a backup, then load it here.`,
    'disk-full': ({ folder }) => `The disk that holds ${folder} is full. Free at least 500 MB, then start Portée again; nothing that was saved is lost.`,
    'port-taken': ({ port }) => `Port ${port} is already taken by another program. Stop it, or choose another port: PORTEE_PORT=${port + 1} npm start.`,
    'port-forbidden': ({ port }) =>
      `Port ${port} is reserved for the administrator of the machine. Choose a port from 1024 on: PORTEE_PORT=3000 npm start.`,
    'address-unavailable': ({ host }) => `This machine does not have the address ${host}. Correct PORTEE_HOST, or remove it to listen on this machine only.`,
    'already-running': ({ address }) =>
      `Portée is already running with this data: ${address}. Open that address, or stop the other Portée before starting this one.`,
    'database-unreachable': ({ address, cause }) =>
      `The database ${address} does not answer (${cause}). Check that it is running and that DATABASE_URL is right.`,
    'database-too-old': ({ found, needed }) =>
      `The database is PostgreSQL ${found}; Portée needs PostgreSQL ${needed} or newer. Upgrade the server, or remove DATABASE_URL to use the one supplied.`,
    'database-newer': () =>
      'This data was upgraded by a newer version of Portée. Install that version, or restore an older backup. Nothing was changed.',
    'database-rights': () =>
      'The account of DATABASE_URL may not create roles. Grant it: ALTER ROLE … CREATEROLE, and make it the owner of the database.',
    'queue-unreachable': ({ isRedis }) =>
      isRedis
        ? 'The queue (Redis) does not answer. Check that it is running and that REDIS_URL is right.'
        : 'The queue of jobs does not answer in the database. Start Portée again; if that does not help, run npm run -s portee -- doctor.',
    'database-lost': () => 'The database no longer answers and could not be started again. Start Portée again; what was saved still is.',
    'embedded-database-failed': ({ log, lastLines }) => `The supplied database did not start. Its log is ${log}:\n${lastLines}`,
    'embedded-database-missing': ({ platform }) =>
      `No database is supplied for ${platform}, or its installation is incomplete. Delete the folder node_modules and start again, or give the address of a PostgreSQL server in DATABASE_URL.`,
    'no-database-user': () =>
      'Started by the administrator (root), Portée needs a user “postgres” for its database and could not create it. Start Portée with an ordinary account.',
  },
};

function englishEnvironmentProblem({ name, given, expected }: EnvironmentProblem): string {
  const start = given === null ? `${name} needs correcting` : `${name} is “${given}”`;
  return `${start}: it takes ${englishExpected[expected]}.`;
}

const englishExpected: Record<ExpectedValue, string> = {
  host: 'an address or machine name, for example 127.0.0.1 or 0.0.0.0',
  port: 'a whole number from 0 to 65535, for example 3000',
  'web-address': 'an address that starts with https:// or http://',
  folder: 'the path of a folder',
  role: 'all, api or worker',
  'database-address': 'an address that starts with postgres://, for example postgres://portee:password@localhost:5432/portee',
  'redis-address': 'an address that starts with redis:// or rediss://',
  'mail-server': 'an address that starts with smtp:// or smtps://',
  'mail-address': 'an e-mail address, for example portee@example.org',
  size: 'a size, for example 200 MB',
  'on-off': 'on or off',
  'secret-key': 'at least 32 random characters, for example the output of openssl rand -base64 32',
  'secret-key-with-database':
    'a secret key when DATABASE_URL is used (at least 32 characters, for example the output of openssl rand -base64 32), to be kept: without it the access to networks could not be read',
  password: 'a password of 10 to 200 characters',
  'both-admin': 'PORTEE_ADMIN_EMAIL and PORTEE_ADMIN_PASSWORD together, or neither',
  'sender-with-server': 'the sender’s address when PORTEE_SMTP_URL is given',
  'directory-address': 'an address that starts with https://, as the directory names itself, for example https://login.example.org/realms/town',
  'directory-client': 'what the directory gave when Portée was registered there',
  'directory-label': 'a name of at most 60 characters, for example the town’s account',
  'whole-directory': 'PORTEE_OIDC_ISSUER, PORTEE_OIDC_CLIENT_ID and PORTEE_OIDC_CLIENT_SECRET together, or none of them',
  'address-with-directory': 'Portée’s own address when a directory is given: the directory sends people back to exactly that address',
  'readable-file': 'the path of a readable file that is not empty',
};
