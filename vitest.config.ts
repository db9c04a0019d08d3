import { defineConfig } from 'vitest/config';

const source = { resolve: { conditions: ['portee-source'] }, ssr: { resolve: { conditions: ['portee-source'] } } };
const longer = process.env['PORTEE_TEST_TIER'] === 'long';
const patience = longer ? 20 * 60_000 : 60_000;

/** The same tests on the embedded database with the queue in it, and again on the servers that CI brings. */
const onServers = process.env['PORTEE_TEST_DATABASE_URL'] !== undefined;
const api = (name: string) => ({
  ...source,
  test: {
    name, include: ['test/api/**/*.spec.ts'], globalSetup: ['test/support/database-server.ts'], testTimeout: patience, hookTimeout: patience,
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: { name: 'unit', include: ['libs/*/src/**/*.spec.{ts,tsx}', 'apps/*/src/**/*.spec.{ts,tsx}', 'test/networks/**/*.spec.ts'], testTimeout: patience },
      },
      api('api'),
      ...(onServers ? [api('api-servers')] : []),
      {
        ...source,
        test: {
          name: 'web', include: ['test/web/**/*.spec.ts'], globalSetup: ['test/support/database-server.ts'],
          testTimeout: patience, hookTimeout: patience, fileParallelism: false,
        },
      },
      { ...source, test: { name: 'faults', include: ['test/faults/**/*.spec.ts'], testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false } },
    ],
  },
});
