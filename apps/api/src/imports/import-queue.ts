import { setTimeout as wait } from 'node:timers/promises';
import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { IMPORT_QUEUE, type ImportJob, importJobOptions } from '../jobs/queues.js';
import type { ImportKey } from './import-file.js';

/** A queue that is away keeps commands until it is back: nobody waits for that. */
const PATIENCE_MS = 2_000;

/** Where files wait for the worker. */
@Injectable()
export class ImportQueue {
  private readonly logger = new Logger(ImportQueue.name);

  constructor(@InjectQueue(IMPORT_QUEUE) private readonly queue: Queue<ImportJob>) {
    // A connection that breaks is taken up again by BullMQ; unheard, the event would end the process.
    queue.on('error', (error) => this.logger.warn({ err: error }, 'the queue of imports is out of reach'));
  }

  /** Never fails and never waits long: the file is kept already, and the sweep adds what the queue has missed. */
  async add({ organisationId, id }: ImportKey): Promise<void> {
    const job = { organisationId, importId: id };
    const added = this.queue.add('apply', job, importJobOptions(job)).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'an import waits for the next sweep');
    });
    const stop = new AbortController();
    await Promise.race([added, wait(PATIENCE_MS, undefined, { signal: stop.signal, ref: false }).catch(() => undefined)]);
    stop.abort();
  }
}
