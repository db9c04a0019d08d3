import { Inject, Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { AuthPort } from '../accounts/auth-port.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { Sweep } from '../operations/sweep.js';
import { RetentionService } from './retention.service.js';

const SWEEP_MS = 6 * 3_600_000;
/** An invitation that is over can be renewed for so long. */
const INVITATION_KEPT_MS = 30 * 24 * 3_600_000;

/** Takes away, in every organisation, what is older than it wants to keep; invitations and sessions whose time is over go by themselves. */
@Injectable()
export class ExpireSweep extends Sweep {
  private readonly logger = new Logger(ExpireSweep.name);

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly retention: RetentionService,
    private readonly auth: AuthPort,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  @Interval(SWEEP_MS)
  sweep(): Promise<void> {
    return this.sweepNow();
  }

  protected async sweepOnce(): Promise<void> {
    await this.auth.forgetExpired(this.clock());
    const organisations: { id: string }[] = await this.transaction.lookUp((manager) => manager.query('SELECT organisation_ids AS id FROM organisation_ids()'));
    for (const { id } of organisations) {
      if (this.isStopping) return;
      await this.expireIn(id).catch((error: unknown) => { this.logger.error({ err: error, organisationId: id }, 'what is too old could not be deleted'); });
    }
  }

  /** One that cannot be done never stops the others. */
  private async expireIn(organisationId: string): Promise<void> {
    const over = new Date(this.clock().getTime() - INVITATION_KEPT_MS);
    await this.transaction.run(organisationId, (manager) => manager.query('DELETE FROM invitation WHERE organisation_id = $1 AND expires_at < $2', [organisationId, over]));
    await this.retention.apply(organisationId);
  }
}
