// Runs a TypeScript entry of this repository under Vite's module runner, which resolves ".js" endings to
// sources and honours decorators, as the tests do: node test/support/run-typescript.mjs test/bench/run-benches.ts
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [entry = ''] = process.argv.splice(2, 1);
await runnerImport(resolve(entry), { configFile: false, resolve: { noExternal: ['@portee/shared'], conditions: ['portee-source', 'module', 'node', 'development|production'] } });
