import { Inject, Injectable, Logger } from '@nestjs/common';
import { Interval, Timeout } from '@nestjs/schedule';
import { Organisation } from '../accounts/organisation.entity.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { Outbox } from '../mail/outbox.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { Sweep } from '../operations/sweep.js';
import { dueMonth } from './due-month.js';
import { readSchedule } from './report-mailing.query.js';
import { SendReport } from './send-report.service.js';

const AFTER_START_MS = 15_000;
const SWEEP_MS = 300_000;

/** Looks whose day has come. */
@Injectable()
export class ReportMailingSweep extends Sweep {
  private readonly logger = new Logger(ReportMailingSweep.name);

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly outbox: Outbox,
    private readonly sending: SendReport,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  @Timeout(AFTER_START_MS)
  sweepSoon(): Promise<void> {
    return this.sweep();
  }

  @Interval(SWEEP_MS)
  sweep(): Promise<void> {
    return this.outbox.isOpen ? this.sweepNow() : Promise.resolve();
  }

  protected async sweepOnce(): Promise<void> {
    const rows: { id: string }[] = await this.transaction.lookUp((manager) => manager.query('SELECT organisations_that_mail AS id FROM organisations_that_mail()'));
    for (const { id } of rows) {
      if (this.isStopping) return;
      await this.look(id);
    }
  }

  /** One organisation that cannot be looked at never stops the others. */
  private async look(organisationId: string): Promise<void> {
    try {
      const { schedule, timeZone } = await this.transaction.run(organisationId, async (manager) => ({
        schedule: await readSchedule(manager, organisationId), timeZone: (await manager.findOneByOrFail(Organisation, { id: organisationId })).timeZone,
      }));
      const month = dueMonth({ ...schedule, timeZone }, this.clock());
      if (month !== null && schedule.mode !== 'off') await this.sending.sendOnItsDay({ organisationId, month }, schedule.mode);
    } catch (error) {
      this.logger.error({ organisationId, err: error }, 'the mailing of a report could not be looked at');
    }
  }
}
