import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { ImportQueue } from './import-queue.js';
import { IDLE_SECONDS } from './import-state.js';

const SWEEP_MS = 10_000;

/** Puts back into the queue what should be there: files whose job was lost, or whose process died. */
@Injectable()
export class ImportSweep implements OnApplicationBootstrap {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly queue: ImportQueue,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.sweep();
  }

  @Interval(SWEEP_MS)
  async sweep(): Promise<void> {
    const waiting: { organisation_id: string; import_id: string }[] = await this.transaction.lookUp((manager) => manager.query('SELECT * FROM imports_waiting($1)', [IDLE_SECONDS]));
    for (const row of waiting) await this.queue.add({ organisationId: row.organisation_id, id: row.import_id });
  }
}
