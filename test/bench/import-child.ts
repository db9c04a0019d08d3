// Imports a file into a channel of its own with the built program, and tells how long each part took and the memory it needed.
// A process of its own, so that nothing but the import is in its memory: node test/bench/import-child.ts '{"applicationUrl":…}'
import { createReadStream, statSync } from 'node:fs';

/** What the parent asks. */
export interface ImportTask {
  applicationUrl: string;
  organisationId: string;
  file: string;
}

/** Times in milliseconds; `parts` are the statements of the writer, by the table they write. */
export interface ImportTiming {
  rows: number;
  parse: number;
  whole: number;
  parts: Record<string, number>;
  /** Bytes: highest resident memory before and after the import; what was in use once all was read, collected first where --expose-gc was given. */
  memory: { before: number; after: number; inUse: number };
}

type Manager = Parameters<Parameters<import('../../apps/api/src/database/tenant-transaction.js').TenantTransaction['run']>[1]>[0];

const built = (path: string) => new URL(`../../apps/api/dist/${path}`, import.meta.url).href;
const { openExport }: typeof import('../../apps/api/src/imports/open-export.js') = await import(built('imports/open-export.js'));
const { postsOf, RowTally }: typeof import('../../apps/api/src/imports/read-rows.js') = await import(built('imports/read-rows.js'));
const { writeReadings }: typeof import('../../apps/api/src/posts/write-readings.js') = await import(built('posts/write-readings.js'));
const { createChannel }: typeof import('../../apps/api/src/channels/channels.service.js') = await import(built('channels/channels.service.js'));
const { applicationDataSource }: typeof import('../../apps/api/src/database/data-source.js') = await import(built('database/data-source.js'));
const { TenantTransaction }: typeof import('../../apps/api/src/database/tenant-transaction.js') = await import(built('database/tenant-transaction.js'));

const task: ImportTask = JSON.parse(process.argv[2] ?? '{}');
const timeZone = 'Europe/Brussels';
const highestMemory = () => process.resourceUsage().maxRSS * 1024;

async function rowsOfFile() {
  const opened = await openExport(createReadStream(task.file), {
    observedAt: new Date(), fileBytes: statSync(task.file).size, chosen: null, fileTimeZone: null, mapping: null, mappedNetwork: null,
  });
  if (opened.kind !== 'readable') throw new Error(`the bench's own file is ${opened.kind}`);
  return opened.rows;
}

async function timeParse(): Promise<{ rows: number; parse: number }> {
  const start = performance.now();
  let rows = 0;
  for await (const _ of await rowsOfFile()) rows += 1;
  return { rows, parse: performance.now() - start };
}

/** Notes how long each statement of the writer takes. */
function timeQueries(manager: Manager, parts: Record<string, number>): void {
  const query = manager.query.bind(manager);
  manager.query = async (sql: string, ...rest: []) => {
    const start = performance.now();
    const rows = await query(sql, ...rest);
    const table = /INSERT INTO (\w+)/.exec(sql)?.[1];
    const name = table === undefined ? 'other statements' : `write ${table}`;
    parts[name] = (parts[name] ?? 0) + performance.now() - start;
    return rows;
  };
}

async function timeImport(): Promise<{ whole: number; parts: Record<string, number>; inUse: number }> {
  const source = await applicationDataSource(task.applicationUrl, 2).initialize();
  const parts: Record<string, number> = {};
  let inUse = 0;
  const start = performance.now();
  await new TenantTransaction(source).run(task.organisationId, async (manager) => {
    const id = await createChannel(manager, { id: task.organisationId, timeZone }, { network: 'facebook', name: `La page ${process.pid}`, originId: null });
    timeQueries(manager, parts);
    const rows = postsOf(await rowsOfFile(), new RowTally());
    await writeReadings(manager, {
      origin: { organisationId: task.organisationId, originId: id, source: 'file', remembersReplaced: true }, observedAt: new Date(), posts: rows,
      channels: () => {
        parts['read and copy'] = performance.now() - start;
        globalThis.gc?.();
        inUse = process.memoryUsage().heapUsed + process.memoryUsage().external;
        return Promise.resolve(new Map([[1, { id, network: 'facebook', timeZone }]]));
      },
    });
  });
  const whole = performance.now() - start;
  await source.destroy();
  return { whole, parts, inUse };
}

const before = highestMemory();
const { inUse, ...imported } = await timeImport();
const memory = { before, after: highestMemory(), inUse };
const answer: ImportTiming = { ...(await timeParse()), ...imported, memory };
process.stdout.write(`${JSON.stringify(answer)}\n`);
