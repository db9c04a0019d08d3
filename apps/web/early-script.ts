import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import type { EarlyFiles } from './src/app/early.js';

const EARLY = fileURLToPath(new URL('src/app/early.ts', import.meta.url));
const PAGES = fileURLToPath(new URL('src/app/pages.ts', import.meta.url));
const A_PAGE = /(later|wordy)Page\('([^']*)', async \(\) => \(await import\('\.{1,2}(\/[^']+)\.js'\)\)/g;

type Bundle = Rolldown.OutputBundle;

/**
 * Puts `early.ts` before everything else, as a script of its own, with the names of the files that each page of `pages.ts` needs.
 * While developing it knows no files: nothing is far there.
 */
export function earlyScript(): Plugin[] {
  let name = '';
  return [
    {
      name: 'early-script', apply: 'build',
      async generateBundle(_options, bundle) {
        const script = await scriptWith(await filesOf(bundle));
        name = this.getFileName(this.emitFile({ type: 'asset', name: 'early.js', source: script }));
      },
      transformIndexHtml: () => [{ tag: 'script', attrs: { src: `/${name}` }, injectTo: 'head-prepend' }],
    },
    {
      name: 'early-script-served', apply: 'serve',
      transformIndexHtml: async () => [{ tag: 'script', children: await scriptWith({ files: [], pages: [], start: { fr: [], en: [], nl: [] }, whole: { fr: [], en: [], nl: [] } }), injectTo: 'head-prepend' }],
    },
  ];
}

async function filesOf(bundle: Bundle): Promise<EarlyFiles> {
  const named = new Set(Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' && chunk.isEntry ? [...neededBy(chunk, bundle)] : [])));
  const files: string[] = [];
  const needs = (source: string): number[] => [...neededBy(chunkOf(source, bundle), bundle)].filter((file) => !named.has(file)).map((file) => {
    if (!files.includes(file)) files.push(file);
    return files.indexOf(file);
  });
  const pages = (await pagesOf()).map(({ source, ...page }) => ({ ...page, needs: needs(source) }));
  const words = (part: (locale: string) => string): EarlyFiles['start'] => ({ fr: needs(part('fr')), en: needs(part('en')), nl: needs(part('nl')) });
  return { files, pages, start: words((locale) => `/locales/${locale}/start.ts`), whole: words((locale) => `/locales/${locale}/${locale}.ts`) };
}

async function pagesOf(): Promise<{ path: string; isWordy: boolean; source: string }[]> {
  const text = await readFile(PAGES, 'utf8');
  const pages = [...text.matchAll(A_PAGE)].map(([, kind, path = '', source = '']) => ({ path, isWordy: kind === 'wordy', source: `${source}.tsx` }));
  if (pages.length !== text.split("Page('").length - 1) throw new Error(`${PAGES}: a page is written in a way that early-script.ts does not read.`);
  return pages;
}

function chunkOf(source: string, bundle: Bundle): Rolldown.OutputChunk {
  const chunk = Object.values(bundle).find((output) => output.type === 'chunk' && output.facadeModuleId?.endsWith(source) === true);
  if (chunk?.type !== 'chunk') throw new Error(`No file of the build begins with ${source}.`);
  return chunk;
}

/** A file, all it imports before it runs, and their styles. */
function neededBy({ fileName, imports, moduleIds, viteMetadata }: Rolldown.OutputChunk, bundle: Bundle, found = new Set<string>()): Set<string> {
  if (found.has(fileName)) return found;
  // Vite takes away what is nothing but a style.
  if (!moduleIds.every((id) => id.endsWith('.css'))) found.add(fileName);
  for (const name of imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk') neededBy(imported, bundle, found);
  }
  for (const style of viteMetadata?.importedCss ?? []) found.add(style);
  return found;
}

/** The script as one small file without imports. */
async function scriptWith(known: EarlyFiles): Promise<string> {
  const built = await build({
    configFile: false, logLevel: 'silent', publicDir: false, define: { EARLY_FILES: JSON.stringify(known) },
    build: { write: false, modulePreload: false, rolldownOptions: { input: EARLY, output: { format: 'iife' } } },
  });
  const [output] = Array.isArray(built) ? built : [];
  const script = 'output' in built ? built.output[0] : output?.output[0];
  if (script === undefined) throw new Error(`${EARLY} was not built.`);
  return script.code;
}
