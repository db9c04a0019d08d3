import { createHash } from 'node:crypto';
import { type QueueOptions, Queue, createPostgresBackend, setDefaultBackendFactory } from 'bullmq';
import { QUEUE_SCHEMA } from '../database/role-names.js';
import { IMPORT_QUEUE } from '../jobs/queues.js';

const CONNECTIONS = 4;
const ANSWER_LIMIT_MS = 10_000;

/** Where the queue lives: Redis where there is one, else PostgreSQL by its own role. */
export type QueuePlace = { redisUrl: string } | { queueUrl: string };

/** Injection token of the settings of queues. */
export const QUEUE_SETTINGS = Symbol('queue settings');

/** What every queue and every worker of an installation are opened with. */
export type QueueSettings = Pick<QueueOptions, 'connection'> & { prefix: string };

/**
 * Keeps installations apart that share one Redis: without it they would take each other's jobs and drop them.
 * The same for every process of an installation, whatever address it knows its database by.
 */
export function queuePrefix(secretKey: string, databaseUrl: string): string {
  return `portee-${createHash('sha256').update(`${secretKey}\n${new URL(databaseUrl).pathname}`).digest('hex').slice(0, 16)}`;
}

/** Chooses the backend of every queue of this process: once, before the first queue is made. */
export function queueConnection(place: QueuePlace): QueueOptions['connection'] {
  if ('redisUrl' in place) {
    setDefaultBackendFactory();
    return { url: place.redisUrl, maxRetriesPerRequest: null };
  }
  setDefaultBackendFactory(createPostgresBackend);
  return { connectionString: place.queueUrl, schema: QUEUE_SCHEMA, max: CONNECTIONS };
}

/** The queue does not answer, or refuses its role: no worker may start, it would try again without a pause. */
export class QueueUnreachable extends Error {}

/** One harmless question to the queue. @throws QueueUnreachable */
export async function checkQueue(connection: QueueOptions['connection']): Promise<void> {
  const queue = new Queue(IMPORT_QUEUE, { connection });
  // Told below, in our own words; unheard, the event would end the process.
  queue.on('error', () => {});
  try {
    await askQueue(queue);
  } finally {
    await queue.close();
  }
}

/** @throws QueueUnreachable  no answer within ten seconds, or a refusal */
export async function askQueue(queue: Queue): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), ANSWER_LIMIT_MS);
  });
  try {
    await Promise.race([queue.waitUntilReady().then(() => queue.getJobCounts('waiting')), late]);
  } catch (cause) {
    throw new QueueUnreachable('the queue does not answer', { cause });
  } finally {
    clearTimeout(timer);
  }
}
