import { defineConfig } from 'vitest/config';

const source = { resolve: { conditions: ['portee-source'] }, ssr: { resolve: { conditions: ['portee-source'] } } };
const longer = process.env['PORTEE_TEST_TIER'] === 'long';
const patience = longer ? 20 * 60_000 : 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: { name: 'unit', include: ['libs/*/src/**/*.spec.{ts,tsx}', 'apps/*/src/**/*.spec.{ts,tsx}'], testTimeout: patience },
      },
      {
        ...source,
        test: {
          name: 'api', include: ['test/api/**/*.spec.ts'], globalSetup: ['test/support/database-server.ts'],
          testTimeout: patience, hookTimeout: patience,
        },
      },
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
