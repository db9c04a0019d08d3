import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { PinoLogger } from 'nestjs-pino';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { IMPORT_QUEUE } from '../jobs/queues.js';
import { DomainError } from './domain-error.js';
import { askQueue } from './queue-connection.js';

/** Why this process cannot work now. */
export class OperationsError extends DomainError<'unavailable'> {}

/** Whether this process can work: its database and its queue answer. */
@Injectable()
export class Readiness {
  constructor(
    private readonly transaction: TenantTransaction,
    @InjectQueue(IMPORT_QUEUE) private readonly queue: Queue,
    logger: PinoLogger,
  ) {
    queue.on('error', (err) => logger.error({ err }, 'the queue does not answer'));
  }

  /** @throws OperationsError unavailable */
  async check(): Promise<void> {
    try {
      await Promise.all([this.transaction.lookUp((manager) => manager.query('SELECT 1')), askQueue(this.queue)]);
    } catch (cause) {
      throw new OperationsError('unavailable', {}, { cause });
    }
  }
}
