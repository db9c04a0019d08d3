import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { LEASE_MS } from './begin-run.js';
import { claimDue, connectedNetworks } from './claim-due.js';
import { CollectQueues } from './collect-queues.js';
import { IngestProcessor } from './ingest.processor.js';

const SWEEP_MS = 20_000;
/** Channels of one network that are put into its queue at once: after an outage, all are due. */
const MOST_AT_ONCE = 500;

/** Puts channels into their network's queue as they come due. In every worker: each claims what no other has. */
@Injectable()
export class IngestScheduler implements OnApplicationBootstrap {
  private isSweeping = false;

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly queues: CollectQueues,
    private readonly processor: IngestProcessor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    this.queues.listen((network) => { this.processor.serve(network); });
    return this.sweep();
  }

  @Interval(SWEEP_MS)
  async sweep(): Promise<void> {
    if (this.isSweeping) return;
    this.isSweeping = true;
    try {
      for (const network of await connectedNetworks(this.transaction)) {
        this.processor.serve(network);
        await this.queues.add(network, await claimDue(this.transaction, { network, organisationId: null, at: this.clock(), leaseMs: LEASE_MS, most: MOST_AT_ONCE }));
      }
    } finally {
      this.isSweeping = false;
    }
  }
}
