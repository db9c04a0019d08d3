import type { EnvironmentProblem, ExpectedValue } from './start-error.js';
import type { TerminalMessages } from './terminal-messages.js';

/** What the terminal says, in Dutch. */
export const dutchTerminal: TerminalMessages = {
  ready: ({ url }) => [`Portée is klaar: ${url}`, 'Open dit adres in je browser. Om te stoppen: Ctrl-C.'],
  readyWorker: ['Portée werkt op de achtergrond (ophalingen, imports, rapporten).', 'Om te stoppen: Ctrl-C.'],
  setupCode: ({ code }) => `Code die de pagina van het eerste bezoek vraagt: ${code}`,
  stopping: 'Portée stopt…',
  stoppedTooLong: 'Het stoppen duurde meer dan tien seconden: Portée is afgebroken. Niets van wat bewaard was, is verloren.',
  preparingDatabase: 'De databank wordt klaargemaakt (één keer)…',
  recoveringDatabase: 'De databank herstelt van een bruuske stop; je hoeft niets te doen, even geduld…',
  databaseRestarted: 'De databank was gestopt: Portée heeft ze opnieuw gestart.',
  unknownVariable: ({ name }) => `${name} is geen instelling van Portée: kijk de spelling na (tabel met instellingen in de README).`,
  unforeseen: 'Portée is gestopt door een onvoorziene fout. De details hieronder helpen om ze te verbeteren.',
  problems: {
    environment: ({ problems }) => problems.map(dutchEnvironmentProblem).join('\n'),
    'data-folder-unwritable': ({ folder }) =>
      `Portée kan niet schrijven in de map ${folder}. Geef het account dat Portée start daar de rechten voor, of kies een andere map met PORTEE_DATA.`,
    'data-folder-unreachable': ({ folder, user }) =>
      `Gestart door de beheerder (root) vertrouwt Portée zijn databank toe aan de gebruiker ‘${user}’, die niet in ${folder} kan. Start Portée met een gewoon account, of zet Portée en zijn gegevens in een map die voor iedereen open is, bijvoorbeeld /srv/portee.`,
    'data-folder-other-version': ({ folder, found, expected }) =>
      `De databank in ${folder} komt van PostgreSQL ${found}, terwijl deze Portée PostgreSQL ${expected} gebruikt. Neem opnieuw de versie van Portée die ze gemaakt heeft, maak een back-up en laad die hier.`,
    'disk-full': ({ folder }) => `De schijf met ${folder} is vol. Maak minstens 500 MB vrij en start Portée opnieuw; niets van wat bewaard was, is verloren.`,
    'port-taken': ({ port }) =>
      `Poort ${port} is al bezet door een ander programma. Stop dat, of kies een andere poort: PORTEE_PORT=${port + 1} npm start.`,
    'port-forbidden': ({ port }) =>
      `Poort ${port} is voorbehouden aan de beheerder van de machine. Kies een poort vanaf 1024: PORTEE_PORT=3000 npm start.`,
    'address-unavailable': ({ host }) => `Deze machine heeft het adres ${host} niet. Verbeter PORTEE_HOST, of haal het weg om alleen op deze machine te luisteren.`,
    'already-running': ({ address }) =>
      `Portée draait al met deze gegevens: ${address}. Open dat adres, of stop de andere Portée voor je deze start.`,
    'database-unreachable': ({ address, cause }) =>
      `De databank ${address} antwoordt niet (${cause}). Kijk na of ze draait en of DATABASE_URL juist is.`,
    'database-too-old': ({ found, needed }) =>
      `De databank is PostgreSQL ${found}; Portée vraagt PostgreSQL ${needed} of recenter. Werk de server bij, of haal DATABASE_URL weg om de meegeleverde databank te gebruiken.`,
    'database-newer':
      () => 'Deze gegevens zijn bijgewerkt door een recentere versie van Portée. Installeer die versie, of laad een oudere back-up. Er is niets gewijzigd.',
    'database-rights': () =>
      'Het account van DATABASE_URL mag geen rollen aanmaken. Sta dat toe: ALTER ROLE … CREATEROLE, en maak het eigenaar van de databank.',
    'queue-unreachable': ({ isRedis }) =>
      isRedis
        ? 'De wachtrij (Redis) antwoordt niet. Kijk na of Redis draait en of REDIS_URL juist is.'
        : 'De wachtrij met taken antwoordt niet in de databank. Start Portée opnieuw; blijft het duren, start dan npm run -s portee -- doctor.',
    'database-lost': () => 'De databank antwoordt niet meer en kon niet opnieuw gestart worden. Start Portée opnieuw; wat bewaard was, is er nog.',
    'embedded-database-failed': ({ log, lastLines }) => `De meegeleverde databank is niet gestart. Haar logboek is ${log}:\n${lastLines}`,
    'embedded-database-missing': ({ platform }) =>
      `Voor ${platform} is geen databank meegeleverd, of de installatie is onvolledig. Verwijder de map node_modules en start opnieuw, of geef het adres van een PostgreSQL-server in DATABASE_URL.`,
    'no-database-user': () =>
      'Gestart door de beheerder (root) heeft Portée een gebruiker ‘postgres’ nodig voor zijn databank, en het kon die niet aanmaken. Start Portée met een gewoon account.',
  },
};

function dutchEnvironmentProblem({ name, given, expected }: EnvironmentProblem): string {
  const start = given === null ? `${name} is te verbeteren` : `${name} is ‘${given}’`;
  return `${start}: nodig is ${dutchExpected[expected]}.`;
}

const dutchExpected: Record<ExpectedValue, string> = {
  host: 'een adres of de naam van een machine, bijvoorbeeld 127.0.0.1 of 0.0.0.0',
  port: 'een geheel getal van 0 tot 65535, bijvoorbeeld 3000',
  'web-address': 'een adres dat begint met https:// of http://',
  folder: 'het pad van een map',
  role: 'all, api of worker',
  'database-address': 'een adres dat begint met postgres://, bijvoorbeeld postgres://portee:wachtwoord@localhost:5432/portee',
  'redis-address': 'een adres dat begint met redis:// of rediss://',
  'mail-server': 'een adres dat begint met smtp:// of smtps://',
  'mail-address': 'een e-mailadres, bijvoorbeeld portee@voorbeeld.be',
  size: 'een grootte, bijvoorbeeld 200 MB',
  'on-off': 'on of off',
  'secret-key': 'minstens 32 willekeurige tekens, bijvoorbeeld het resultaat van openssl rand -base64 32',
  'secret-key-with-database':
    'een geheime sleutel zodra DATABASE_URL gebruikt wordt (minstens 32 tekens, bijvoorbeeld het resultaat van openssl rand -base64 32), die je bewaart: zonder die sleutel zijn de toegangen tot de netwerken onleesbaar',
  password: 'een wachtwoord van 10 tot 200 tekens',
  'both-admin': 'PORTEE_ADMIN_EMAIL en PORTEE_ADMIN_PASSWORD samen, of geen van beide',
  'sender-with-server': 'het adres van de afzender zodra PORTEE_SMTP_URL opgegeven is',
  'directory-address': 'een adres dat begint met https://, zoals de directory zichzelf noemt, bijvoorbeeld https://login.voorbeeld.be/realms/gemeente',
  'directory-client': 'wat de directory vastlegde toen Portée er geregistreerd werd',
  'directory-label': 'een naam van hoogstens 60 tekens, bijvoorbeeld het account van de gemeente',
  'whole-directory': 'PORTEE_OIDC_ISSUER, PORTEE_OIDC_CLIENT_ID en PORTEE_OIDC_CLIENT_SECRET samen, of geen van de drie',
  'address-with-directory': 'het adres van Portée zodra een directory opgegeven is: precies naar dat adres stuurt de directory mensen terug',
  'readable-file': 'het pad van een leesbaar bestand dat niet leeg is',
};
