import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import { type CollectJob, collectJobOptions, collectQueueName } from '../jobs/queues.js';
import { QUEUE_SETTINGS, type QueueSettings } from '../operations/queue-connection.js';

/** A queue that is away keeps commands until it is back: nobody waits for that. */
const PATIENCE_MS = 2_000;

/** Where channels wait to be collected: a queue a network. */
@Injectable()
export class CollectQueues implements OnApplicationShutdown {
  private readonly logger = new Logger(CollectQueues.name);
  private readonly queues = new Map<string, Queue<CollectJob>>();

  /** Told of a network before its first job stands in the queue. */
  private listener: (network: string) => void = () => undefined;

  constructor(@Inject(QUEUE_SETTINGS) private readonly settings: QueueSettings) {}

  /** Where jobs are taken in the same process, a network that was never asked before is served at once, not with the next sweep. */
  listen(listener: (network: string) => void): void {
    this.listener = listener;
  }

  /** Never fails and never waits long: what is due is known in Postgres, and the next sweep adds what was missed. */
  async add(network: string, jobs: readonly CollectJob[]): Promise<void> {
    if (jobs.length === 0) return;
    this.listener(network);
    const added = this.queueOf(network)
      .addBulk(jobs.map((data) => ({ name: 'collect', data, opts: collectJobOptions(data) })))
      .catch((error: unknown) => this.logger.warn({ err: error, network }, 'collections wait for the next sweep'));
    const stop = new AbortController();
    await Promise.race([added, wait(PATIENCE_MS, undefined, { signal: stop.signal, ref: false }).catch(() => undefined)]);
    stop.abort();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private queueOf(network: string): Queue<CollectJob> {
    const known = this.queues.get(network);
    if (known) return known;
    const queue = new Queue<CollectJob>(collectQueueName(network), this.settings);
    // A connection that breaks is taken up again by BullMQ; unheard, the event would end the process.
    queue.on('error', (error) => this.logger.warn({ err: error, network }, 'the queue of collections is out of reach'));
    this.queues.set(network, queue);
    return queue;
  }
}
