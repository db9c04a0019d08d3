import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import { IMPORT_QUEUE, type ImportJob } from '../jobs/queues.js';
import { ApplyImport } from './apply-import.js';

/** Applies files one after the other: each fills a transaction, and two cores serve pages besides. */
@Processor(IMPORT_QUEUE, { concurrency: 1 })
export class ImportProcessor extends WorkerHost {
  private readonly logger = new Logger(ImportProcessor.name);

  constructor(private readonly apply: ApplyImport) {
    super();
  }

  override async process(job: Job<ImportJob>): Promise<void> {
    await this.apply.run({ organisationId: job.data.organisationId, id: job.data.importId });
  }

  @OnWorkerEvent('failed')
  onFailed(job: Job<ImportJob> | undefined, error: Error): void {
    this.logger.error({ err: error, importId: job?.data.importId }, 'an import could not be applied');
  }

  /** A connection that breaks is taken up again by BullMQ; unheard, the event would end the process. */
  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn({ err: error }, 'the queue of imports is out of reach');
  }
}
