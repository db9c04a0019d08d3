import { Logger } from '@nestjs/common';
import { Queue, setDefaultBackendFactory } from 'bullmq';
import { expect, it } from 'vitest';
import { IMPORT_QUEUE, type ImportJob } from '../jobs/queues.js';
import { ImportQueue } from './import-queue.js';

Logger.overrideLogger(false);

it('somebody who hands a file in does not wait for a queue that is away', async () => {
  setDefaultBackendFactory();
  const away = new Queue<ImportJob>(IMPORT_QUEUE, { connection: { host: '127.0.0.1', port: 1, maxRetriesPerRequest: null } });
  try {
    const began = Date.now();
    await new ImportQueue(away).add({ organisationId: 'a', id: 'b' });
    expect(Date.now() - began).toBeLessThan(5_000);
  } finally {
    void away.disconnect().catch(() => undefined); // answers once it has been connected: never
  }
});
