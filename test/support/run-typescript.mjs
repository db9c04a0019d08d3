// Runs a TypeScript entry of this repository under Vite's module runner, which resolves ".js" endings to
// sources and honours decorators, as the tests do: node test/support/run-typescript.mjs test/bench/run-benches.ts
// Packages come as Node finds them: @portee/shared from its build, which the launcher has just made.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [entry = ''] = process.argv.splice(2, 1);
await runnerImport(resolve(entry));
