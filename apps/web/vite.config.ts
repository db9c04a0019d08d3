import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig } from 'vite';
import { compressBuilt } from './compress-built.js';

const fontFolder = (family: string): string => fileURLToPath(new URL('.', import.meta.resolve(`@fontsource-variable/${family}/package.json`))) + 'files/';

export default defineConfig({
  plugins: [react(), compressBuilt()],
  resolve: {
    // The shared library is read from its source, so that a change in it is seen at once.
    conditions: ['portee-source', ...defaultClientConditions],
    // tokens.css names the fonts in a folder of its own: they come from their packages.
    alias: [
      { find: /^(?:\.\/)?fonts\/(?=atkinson-hyperlegible-next-latin)/, replacement: fontFolder('atkinson-hyperlegible-next') },
      { find: /^(?:\.\/)?fonts\/(?=bricolage-grotesque-latin)/, replacement: fontFolder('bricolage-grotesque') },
    ],
  },
  build: {
    outDir: 'dist', sourcemap: false, assetsInlineLimit: 0, modulePreload: { polyfill: false },
    // Left alone, the bundler makes forty files of a few hundred bytes of the first page, and over a slow line each costs a turn of its own.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
