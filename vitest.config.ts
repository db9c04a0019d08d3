import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const source = { resolve: { conditions: ['portee-source'] }, ssr: { resolve: { conditions: ['portee-source'] } } };
const longer = process.env['PORTEE_TEST_TIER'] === 'long';
const patience = longer ? 20 * 60_000 : 60_000;
/** By itself vitest keeps one core free, which of two leaves one. The embedded server's connections hold four programs. */
const maxWorkers = Math.min(4, Math.max(2, availableParallelism() - 1));
/** Files that bring a browser or processes of their own: three at once on any machine, since much of them is waiting, when the others are done. */
const heavy = { maxWorkers: 3, sequence: { groupOrder: 1 } };
/** Files of one process share their modules: loading the program anew for each took a third of the time. None leaves anything changed behind it. */
const shared = { isolate: false };

/** The same tests on the embedded database with the queue in it, and on the servers that CI brings. */
const onServers = process.env['PORTEE_TEST_DATABASE_URL'] !== undefined;
/** Files about the queue or the database itself: both kinds are tried. Where there are servers, the others are tried on those alone, or on both in the long tier. */
const onBoth = ['cli-ingest', 'collection*', 'database', 'http-shell', 'import*', 'ledger', 'passers-by', 'writers-take-turns'].map((name) => `test/api/${name}.e2e.spec.ts`);
const everyApi = ['test/api/**/*.spec.ts'];
const api = (name: string, include: string[]) => ({
  ...source,
  test: { name, include, globalSetup: ['test/support/database-server.ts'], testTimeout: patience, hookTimeout: patience, maxWorkers, ...shared },
});

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: {
          name: 'unit', include: ['libs/*/src/**/*.spec.{ts,tsx}', 'apps/*/src/**/*.spec.{ts,tsx}', 'test/networks/**/*.spec.ts'], testTimeout: patience,
          setupFiles: ['test/support/property-runs.ts'], maxWorkers,
          ...shared,
        },
      },
      api('api', onServers && !longer ? onBoth : everyApi),
      ...(onServers ? [api('api-servers', everyApi)] : []),
      {
        ...source,
        test: { name: 'web', include: ['test/web/**/*.spec.ts'], globalSetup: ['test/support/database-server.ts'], testTimeout: patience, hookTimeout: patience, ...heavy, ...shared },
      },
      { ...source, test: { name: 'faults', include: ['test/faults/**/*.spec.ts'], testTimeout: 180_000, hookTimeout: 180_000, ...heavy } },
    ],
  },
});
