import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { Worker } from 'bullmq';
import { type CollectJob, collectQueueName } from '../jobs/queues.js';
import { QUEUE_SETTINGS, type QueueSettings } from '../operations/queue-connection.js';
import { CollectChannel } from './collect-channel.service.js';

/** Channels of one network that a worker has in hand at once: most of the time each waits for an answer. */
const AT_ONCE = 8;
/** The job of a killed worker is taken up by another after so long; a worker that was only slow finds its run in other hands. */
const PATIENCE = { lockDuration: 6_000, stalledInterval: 3_000, maxStalledCount: 1_000 };

/** One worker a network: a network that is slow, or down, holds up nobody else. */
@Injectable()
export class IngestProcessor implements BeforeApplicationShutdown {
  private readonly logger = new Logger(IngestProcessor.name);
  private isStopping = false;
  private readonly workers = new Map<string, Worker<CollectJob>>();

  constructor(
    private readonly collect: CollectChannel,
    @Inject(QUEUE_SETTINGS) private readonly settings: QueueSettings,
  ) {}

  /** Takes jobs of a network from now on. Only where somebody has a channel there: each worker holds connections of its own. */
  serve(network: string): void {
    if (!this.isStopping && !this.workers.has(network)) this.workers.set(network, this.open(network));
  }

  /** Takes no more jobs, and puts down those in hand: Nest would ask CollectChannel only after this, and a worker closes when its jobs have ended. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await Promise.all([this.collect.putDownAll(), ...[...this.workers.values()].map((worker) => worker.close())]);
  }

  private open(network: string): Worker<CollectJob> {
    const worker = new Worker<CollectJob>(collectQueueName(network), async ({ data }) => void (await this.collect.run(data)), { ...this.settings, ...PATIENCE, concurrency: AT_ONCE });
    worker.on('failed', (job, error) => this.logger.error({ err: error, network, channelId: job?.data.channelId }, 'a collection could not be recorded'));
    // A connection that breaks is taken up again by BullMQ; unheard, the event would end the process.
    worker.on('error', (error) => this.logger.warn({ err: error, network }, 'the queue of collections is out of reach'));
    return worker;
  }
}
