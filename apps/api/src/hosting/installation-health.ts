import { statfs } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { HostedOrganisation, InstallationHealth } from '@portee/shared';
import { Queue } from 'bullmq';
import { z } from 'zod';
import { ENVIRONMENT } from '../config/config.module.js';
import type { Environment } from '../config/env.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { collectQueueName, IMPORT_QUEUE } from '../jobs/queues.js';
import { askQueue, QUEUE_SETTINGS, type QueueSettings } from '../operations/queue-connection.js';

const { version } = z.object({ version: z.string() }).parse(createRequire(import.meta.url)('../../package.json'));

/** How the installation does, for whoever runs it. What does not answer is said, and the rest is told all the same. */
@Injectable()
export class InstallationHealthService implements OnApplicationShutdown {
  private readonly logger = new Logger(InstallationHealthService.name);
  private readonly queues = new Map<string, Queue>();

  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(QUEUE_SETTINGS) private readonly settings: QueueSettings,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Whoever asks was let in by the database: it answers. */
  async read(organisations: readonly HostedOrganisation[]): Promise<InstallationHealth> {
    const [beat]: { at: Date | null }[] = await this.transaction.lookUp((manager) => manager.query('SELECT max(beat_at) AS at FROM worker_beat'));
    const collected = organisations.flatMap(({ lastCollectedAt }) => lastCollectedAt ?? []).toSorted();
    const queue = await askQueue(this.queueOf(IMPORT_QUEUE)).then(() => true, () => false);
    return {
      version, database: true, queue, workerSeenAt: beat?.at?.toISOString() ?? null, lastCollectedAt: collected.at(-1) ?? null,
      diskFreeBytes: await freeBytes(this.environment.dataFolder), queues: queue ? await this.readQueues() : [],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private async readQueues(): Promise<InstallationHealth['queues']> {
    const networks: { network: string }[] = await this.transaction.lookUp((manager) => manager.query('SELECT connected_networks AS network FROM connected_networks()'));
    const names = [IMPORT_QUEUE, ...networks.map(({ network }) => collectQueueName(network)).toSorted()];
    return Promise.all(names.map(async (name) => {
      const queue = this.queueOf(name);
      const { waiting = 0, delayed = 0, prioritized = 0, active = 0, failed = 0 } = await queue.getJobCounts('waiting', 'delayed', 'prioritized', 'active', 'failed');
      const [oldest] = await queue.getJobs(['waiting', 'delayed', 'active'], 0, 0, true);
      return { name, waiting: waiting + delayed + prioritized, running: active, failed, oldestAt: oldest === undefined ? null : new Date(oldest.timestamp).toISOString() };
    }));
  }

  private queueOf(name: string): Queue {
    const known = this.queues.get(name);
    if (known) return known;
    const queue = new Queue(name, this.settings);
    // A connection that breaks is taken up again by BullMQ; unheard, the event would end the process.
    queue.on('error', (error) => { this.logger.warn({ err: error, name }, 'a queue is out of reach'); });
    this.queues.set(name, queue);
    return queue;
  }
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null; // no such folder: the database is elsewhere
  }
}
