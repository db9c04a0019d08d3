import { Inject, Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { addDays, addMonths, lastDay, localDay, monthOf, type NetworkDescriptor } from '@portee/shared';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { listNetworks } from '../networks/registry.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { Sweep } from '../operations/sweep.js';
import { giveMedian } from './give-median.js';

const SWEEP_MS = 6 * 3_600_000;
/** Files of a month come late; after so many months nobody is waited for. */
const MONTHS_WAITED = 3;

/** Puts centres together: each month of each network once, when its posts have settled and six centres are there. */
@Injectable()
export class CompareCentresSweep extends Sweep {
  private readonly logger = new Logger(CompareCentresSweep.name);

  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  @Interval(SWEEP_MS)
  sweep(): Promise<void> {
    return this.sweepNow();
  }

  protected async sweepOnce(): Promise<void> {
    for (const { network, month } of await this.waiting()) {
      if (this.isStopping) return;
      await this.compare(network, month).catch((error: unknown) => { this.logger.error({ err: error, network: network.network, month }, 'centres could not be put together'); });
    }
  }

  /** Months that have settled and are not put together. A day more: no time zone is in the month any more. */
  private async waiting(): Promise<{ network: NetworkDescriptor; month: string }[]> {
    const today = localDay(this.clock(), 'UTC');
    const months = Array.from({ length: MONTHS_WAITED }, (_, back) => addMonths(monthOf(today), -1 - back));
    const kept: { network: string; month: string }[] = await this.transaction.lookUp((manager) => manager.query('SELECT network, month FROM centre_group WHERE month = ANY ($1)', [months]));
    const over = (network: NetworkDescriptor, month: string) => today > addDays(lastDay(month), network.finalAgeDays + 1);
    return listNetworks().filter(({ givesReach }) => givesReach)
      .flatMap((network) => months.filter((month) => over(network, month) && !kept.some((one) => one.network === network.network && one.month === month)).map((month) => ({ network, month })));
  }

  /** In one transaction: what nobody gives any more is in no group. */
  private async compare(network: NetworkDescriptor, month: string): Promise<void> {
    await this.transaction.inEach(async (manager, organisations) => {
      for await (const organisationId of organisations()) await giveMedian(manager, { organisationId, network, month });
      await manager.query('SELECT keep_centre_group($1, $2, $3)', [network.network, month, this.clock()]);
    });
  }
}
