import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { IMPORT_QUEUE, type ImportJob, importJobOptions } from '../jobs/queues.js';
import type { ImportKey } from './import-file.js';

/** Where files wait for the worker. */
@Injectable()
export class ImportQueue {
  private readonly logger = new Logger(ImportQueue.name);

  constructor(@InjectQueue(IMPORT_QUEUE) private readonly queue: Queue<ImportJob>) {
    // A connection that breaks is taken up again by BullMQ; unheard, the event would end the process.
    queue.on('error', (error) => this.logger.warn({ err: error }, 'the queue of imports is out of reach'));
  }

  async add({ organisationId, id }: ImportKey): Promise<void> {
    const job = { organisationId, importId: id };
    await this.queue.add('apply', job, importJobOptions(job));
  }
}
