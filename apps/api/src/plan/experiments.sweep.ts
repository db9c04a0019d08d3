import { Inject, Injectable, Logger } from '@nestjs/common';
import { Interval, Timeout } from '@nestjs/schedule';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { Sweep } from '../operations/sweep.js';
import { type ExperimentKey, experimentsUnderWay } from './experiments.query.js';
import { lookAtExperiment } from './look-at-experiment.js';

const AFTER_START_MS = 5_000;
const SWEEP_MS = 600_000;

/** Reads experiments that have come to their size, whether somebody looks or not: one that is looked at late would be read with more posts than it was made for. */
@Injectable()
export class ExperimentsSweep extends Sweep {
  private readonly logger = new Logger(ExperimentsSweep.name);

  constructor(
    private readonly transaction: TenantTransaction,
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
    return this.sweepNow();
  }

  protected async sweepOnce(): Promise<void> {
    for (const key of await experimentsUnderWay(this.transaction)) {
      if (this.isStopping) return;
      await this.look(key);
    }
  }

  /** One that cannot be looked at never stops the others. */
  private async look(key: ExperimentKey): Promise<void> {
    try {
      await this.transaction.run(key.organisationId, (manager) => lookAtExperiment(manager, key, this.clock()));
    } catch (error) {
      this.logger.error({ ...key, err: error }, 'an experiment could not be looked at');
    }
  }
}
