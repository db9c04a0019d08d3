import type { JobsOptions } from 'bullmq';

/** Names of the queues. Job data hold identifiers only: the queue is not under row-level security. */
export const IMPORT_QUEUE = 'imports';

/** One file to read and apply. */
export interface ImportJob {
  organisationId: string;
  importId: string;
}

/**
 * A lost job is added again by the sweep, a doubled one finds nothing to do: what is waiting lives in
 * Postgres. The fixed id keeps one import from standing in the queue twice; it holds neither ":" nor a
 * whole number, as BullMQ asks.
 */
export function importJobOptions({ importId }: ImportJob): JobsOptions {
  return { jobId: `import-${importId}`, removeOnComplete: true, removeOnFail: true };
}

/** Queue of a network's collections: one a network, so that a slow one never stands before another. */
export function collectQueueName(network: string): string {
  return `collect-${network}`;
}

/** One channel to collect. */
export interface CollectJob {
  organisationId: string;
  channelId: string;
}

/** One job a channel at a time: what is due lives in Postgres, a lost job is added again and a doubled one finds nothing to do. */
export function collectJobOptions({ channelId }: CollectJob): JobsOptions {
  return { jobId: `collect-${channelId}`, removeOnComplete: true, removeOnFail: true };
}
