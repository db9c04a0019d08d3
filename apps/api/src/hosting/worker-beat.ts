import { Inject, Injectable } from '@nestjs/common';
import { Interval, Timeout } from '@nestjs/schedule';
import { v7 as newId } from 'uuid';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';

const EVERY_MS = 60_000;
const AFTER_START_MS = 500;

/** Each worker says once a minute that it is there; those that have not for a day are forgotten. */
@Injectable()
export class WorkerBeat {
  private readonly id = newId();
  private readonly startedAt: Date;

  constructor(private readonly transaction: TenantTransaction, @Inject(CLOCK) private readonly clock: Clock) {
    this.startedAt = this.clock();
  }

  @Timeout(AFTER_START_MS)
  @Interval(EVERY_MS)
  async beat(): Promise<void> {
    const now = this.clock();
    await this.transaction.together(async (manager) => {
      await manager.query('INSERT INTO worker_beat (worker_id, started_at, beat_at) VALUES ($1, $2, $3) ON CONFLICT (worker_id) DO UPDATE SET beat_at = excluded.beat_at', [this.id, this.startedAt, now]);
      await manager.query(`DELETE FROM worker_beat WHERE beat_at < $1::timestamptz - interval '1 day'`, [now]);
    });
  }
}
