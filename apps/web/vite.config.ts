import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { compressBuilt } from './compress-built.js';
import { earlyScript } from './early-script.js';
import { slimFonts } from './slim-fonts.js';

/** Both families are asked for with the page, not once its style sheet has met a letter: titles that change their letters later push everything down. */
const fontsFirst: Plugin = {
  name: 'fonts-first', apply: 'build',
  transformIndexHtml: (_html, { bundle }) => Object.keys(bundle ?? {})
    .filter((file) => /-latin-(?:wght|opsz)-normal-[^/]*\.woff2$/.test(file))
    .map((file) => ({ tag: 'link', attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: '' }, injectTo: 'head' })),
};

const firstPages = ['overview/overview-page.tsx', 'account/sign-in-page.tsx'].map((page) => fileURLToPath(new URL(`src/features/${page}`, import.meta.url)));

/** Whether a module of the pages is among those that the first ones import before they run; what it needs of the shared library comes with it. */
function isOfFirstPages(id: string, infoOf: (id: string) => { importedIds: string[] } | null): boolean {
  if (!id.includes('/apps/web/src/') || firstPages.includes(id)) return false;
  const found = new Set(firstPages);
  for (const one of found) for (const imported of infoOf(one)?.importedIds ?? []) found.add(imported);
  return found.has(id);
}

export default defineConfig({
  plugins: [react(), earlyScript(), fontsFirst, compressBuilt()],
  resolve: {
    // The shared library is read from its source, so that a change in it is seen at once.
    conditions: ['portee-source', ...defaultClientConditions],
    // tokens.css names the fonts in a folder of its own.
    alias: [
      { find: /^(?:\.\/)?fonts\/(?=(?:atkinson|bricolage)-)/, replacement: `${await slimFonts()}/` },
    ],
  },
  build: {
    outDir: 'dist', sourcemap: false, assetsInlineLimit: 0, modulePreload: { polyfill: false },
    // Left alone, the bundler makes forty files of a few hundred bytes of a page, and over a slow line each costs a turn of its own.
    rolldownOptions: { output: { codeSplitting: { groups: [
      { name: 'first', tags: ['$initial'], priority: 2 },
      // The two pages that one comes upon first need nothing that only others share.
      { name: (id, graph) => (isOfFirstPages(id, (one) => graph.getModuleInfo(one)) ? 'first-pages' : null), test: (id) => !/locales|chart/.test(id), priority: 1 },
      // What several pages share. Read by three it would be half as long again; by five, the plan would be six files more.
      { name: 'common', minShareCount: 4, test: (id) => !/locales|chart/.test(id) },
    ] } } },
  },
  server: { proxy: { '/api': 'http://localhost:3000', '/partage': 'http://localhost:3000' } },
});
