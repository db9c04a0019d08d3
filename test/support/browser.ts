import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rmdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser } from 'playwright-core';

/** A browser that a test drives, or the sentence that says why there is none. */
export type FoundBrowser = { browser: Browser; where: string } | { browser: null; why: string };

/** Own arguments only: those of @sparticuz/chromium kill the browser with its first context and switch web security off. */
const ARGUMENTS = ['--no-sandbox', '--font-render-hinting=none'];

interface Candidate { where: string; path: string; libraries: string | null }

/**
 * The first browser that starts: the one in PORTEE_TEST_BROWSER, @sparticuz/chromium, the system's. None: the test must be
 * skipped with this sentence, and on the build machine (CI) this throws instead.
 */
export async function openBrowser(): Promise<FoundBrowser> {
  const refusals: string[] = [];
  for (const find of [givenBrowser, packagedBrowser, systemBrowser]) {
    const candidate = await find().catch((error: unknown) => refuse(refusals, find.name, error));
    if (candidate === null) continue;
    const browser = await start(candidate).catch((error: unknown) => refuse(refusals, candidate.where, error));
    if (browser !== null) return { browser, where: candidate.where };
  }
  const why = `no browser on this machine: install chromium or set PORTEE_TEST_BROWSER (${refusals.join('; ') || 'none found'})`;
  if (process.env['CI']) throw new Error(why);
  process.stderr.write(`\n!!! Browser tests are skipped: ${why}\n\n`);
  return { browser: null, why };
}

function refuse(refusals: string[], where: string, error: unknown): null {
  refusals.push(`${where}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
  return null;
}

async function givenBrowser(): Promise<Candidate | null> {
  const path = process.env['PORTEE_TEST_BROWSER'];
  return path ? { where: 'PORTEE_TEST_BROWSER', path, libraries: null } : null;
}

async function systemBrowser(): Promise<Candidate | null> {
  const folders = (process.env['PATH'] ?? '').split(':');
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const path = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
  return path === undefined ? null : { where: path, path, libraries: null };
}

/** Unpacked once, into a folder of ours named after its version: the package itself would go on using an older binary it finds. */
async function packagedBrowser(): Promise<Candidate | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const home = packageFolder('@sparticuz/chromium');
  const folder = join(import.meta.dirname, '../../node_modules/.portee', `chromium-${versionIn(home)}`);
  await mkdir(folder, { recursive: true });
  return oneAtATime(folder, async () => {
    const { default: packed, inflate } = await import('@sparticuz/chromium');
    const path = await withTemporaryFolder(folder, () => packed.executablePath());
    // A machine without the NSS libraries needs those the package carries for another system.
    const libraries = join(folder, 'al2023', 'lib');
    if (!existsSync(libraries)) await withTemporaryFolder(folder, () => inflate(join(home, 'bin', 'al2023.tar.br')));
    return { where: '@sparticuz/chromium', path, libraries };
  });
}

function packageFolder(name: string): string {
  let folder = dirname(createRequire(import.meta.url).resolve(name));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

function versionIn(folder: string): string {
  const found = /"version":\s*"([^"]+)"/.exec(readFileSync(join(folder, 'package.json'), 'utf8'));
  return found?.[1] ?? 'unknown';
}

/** The package unpacks into os.tmpdir(), which reads TMPDIR at each call. */
async function withTemporaryFolder<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

const LOCK_TRIES = 240;
const LOCK_PAUSE_MS = 250;

/** Two test processes must not unpack into the same folder at once: a half-written binary does not start. */
async function oneAtATime<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const lock = join(folder, 'unpacking');
  for (let tries = 0; tries < LOCK_TRIES; tries += 1) {
    if (await mkdir(lock).then(() => true, () => false)) break;
    // After the last try whoever held it is taken to be gone: its lock is taken over.
    await wait(LOCK_PAUSE_MS);
  }
  try {
    return await work();
  } finally {
    await rmdir(lock);
  }
}

async function start({ path, libraries }: Candidate): Promise<Browser> {
  const launch = (env: Record<string, string>): Promise<Browser> => chromium.launch({ executablePath: path, args: ARGUMENTS, env });
  const own = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return launch(own).catch((error: unknown) => {
    if (libraries === null) throw error;
    return launch({ ...own, LD_LIBRARY_PATH: libraries });
  });
}
