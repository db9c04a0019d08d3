import { Inject, Injectable, Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { QUEUE_SCHEMA } from '../database/role-names.js';
import { QUEUE_SETTINGS, type QueueSettings } from './queue-connection.js';

const PER_STEP = 1_000;
const PATIENCE_MS = 5_000;
/** Redis refuses to delete nothing, and a step may find nothing. */
const NO_KEY = 'portee-no-key';

/**
 * The diary that queues keep of their jobs, under names that hold identifiers of channels and files. Nobody here reads it, and it would remember
 * ten thousand jobs of things that are deleted since.
 */
@Injectable()
export class QueueDiary {
  private readonly logger = new Logger(QueueDiary.name);

  constructor(@Inject(QUEUE_SETTINGS) private readonly settings: QueueSettings) {}

  /** Never fails: a queue that is out of reach forgets at the next time. */
  async forget(): Promise<void> {
    const { connection, prefix } = this.settings;
    try {
      if ('url' in connection && typeof connection.url === 'string') await forgetInRedis(connection.url, prefix);
      else if ('connectionString' in connection && typeof connection.connectionString === 'string') await forgetInPostgres(connection.connectionString);
    } catch (error) {
      this.logger.warn({ err: error }, 'the diary of the queues stays until the next time');
    }
  }
}

async function forgetInRedis(url: string, prefix: string): Promise<void> {
  const client = new Redis(url, { lazyConnect: true, connectTimeout: PATIENCE_MS, maxRetriesPerRequest: 1 });
  client.on('error', () => {}); // told by whoever waits for the answer
  try {
    for await (const keys of client.scanStream({ match: `${prefix}:*:events`, count: PER_STEP })) await client.del(...[keys].flat().map(String), NO_KEY);
  } finally {
    client.disconnect();
  }
}

async function forgetInPostgres(connectionString: string): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: PATIENCE_MS, application_name: 'portee-queue-diary' });
  await client.connect();
  try {
    await client.query(`DELETE FROM ${QUEUE_SCHEMA}.event`);
  } finally {
    await client.end();
  }
}
