import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What the real networks are made of: outside node_modules, so that no test or build can lean on it. */
const REAL_FOLDER = join(import.meta.dirname, '../../.portee-real');

/** Packages of one network's own servers. */
export interface RealPackages {
  network: string;
  /** Exact versions, by name. */
  packages: Readonly<Record<string, string>>;
  /** Packages that must be compiled for the Node that runs them. */
  compiled: readonly string[];
}

/**
 * Installs them once, in a folder of their own, without running any package's script but those of `compiled`.
 * @returns the folder
 */
export async function installReal({ network, packages, compiled }: RealPackages): Promise<string> {
  const folder = join(REAL_FOLDER, network);
  const stamp = JSON.stringify({ packages, node: process.version, platform: process.platform, arch: process.arch });
  const stampFile = join(folder, 'installed.json');
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp) return folder;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: `portee-real-${network}`, private: true, dependencies: packages }));
  await npm(folder, ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  await npm(folder, ['rebuild', '--loglevel=error', ...compiled]);
  await writeFile(stampFile, stamp);
  return folder;
}

/** npm on this very Node: what it compiles fits the Node it runs on, and no other. */
async function npm(folder: string, parameters: readonly string[]): Promise<void> {
  const cli = process.env['npm_execpath'];
  const [program, first] = cli?.endsWith('npm-cli.js') ? [process.execPath, [cli]] : ['npm', []];
  const child = spawn(program, [...first, ...parameters], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...headersOfThisNode() } });
  const code = await new Promise((resolve) => child.on('error', () => resolve(1)).on('close', resolve));
  if (code !== 0) throw new Error(`npm ${parameters.join(' ')} ended with ${String(code)} in ${folder}`);
}

/** Where the headers of the Node that runs lie: node-gyp would download them, or take those of the system's Node, which is another. */
function headersOfThisNode(): Record<string, string> {
  const home = join(dirname(process.execPath), '..');
  return existsSync(join(home, 'include/node/node.h')) ? { npm_config_nodedir: home } : {};
}
