import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { ATTEMPT_MS } from './connection-attempts.js';

/** What opens channels does not lie about for longer than somebody may need it to choose. */
@Injectable()
export class ForgetAttempts {
  constructor(private readonly transaction: TenantTransaction, @Inject(CLOCK) private readonly clock: Clock) {}

  /** Deletes the attempts of every organisation whose time is over. */
  @Interval(ATTEMPT_MS)
  async sweep(): Promise<void> {
    const organisations: { id: string }[] = await this.transaction.lookUp((manager) => manager.query('SELECT organisation_ids AS id FROM organisation_ids()'));
    for (const { id } of organisations) {
      await this.transaction.run(id, (manager) => manager.query('DELETE FROM connection_attempt WHERE organisation_id = $1 AND expires_at <= $2', [id, this.clock()]));
    }
  }
}
