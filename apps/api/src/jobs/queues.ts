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
