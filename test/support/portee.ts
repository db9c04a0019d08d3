import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { readEnvironment } from '../../apps/api/src/config/env.js';
import { type RunningPortee, startPortee } from '../../apps/api/src/start-portee.js';
import { createDatabase, type TestDatabase, TEST_SECRET_KEY } from './database.js';

/** The whole program in this process, on a database of its own and the queue of this run. */
export interface TestPortee {
  url: string;
  running: RunningPortee;
  database: TestDatabase;
  stop(): Promise<void>;
}

export interface TestPorteeOptions {
  /** Absent: the time of this machine. */
  now?: () => Date;
  /** Variables beside the test's own. */
  variables?: Record<string, string>;
}

export async function startTestPortee(options: TestPorteeOptions = {}): Promise<TestPortee> {
  const database = await createDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'portee-data-'));
  const redisUrl = inject('redisUrl');
  const environment = readEnvironment({
    DATABASE_URL: database.ownerUrl, PORTEE_SECRET_KEY: TEST_SECRET_KEY, PORTEE_DATA: folder, PORTEE_PORT: '0',
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }), ...options.variables,
  });
  const { applicationUrl, queueUrl } = database;
  const running = await startPortee({ environment, applicationUrl, queueUrl, secretKey: TEST_SECRET_KEY, ...(options.now ? { now: options.now } : {}) });
  return {
    url: running.url ?? '', running, database,
    stop: async () => {
      await running.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody signed in, as a browser would be: cookies kept, origin told. */
export class Visitor {
  private cookie = '';

  constructor(readonly url: string) {}

  /** The first account of an installation, with its organisation. */
  static async first(url: string, organisation = 'Le Cerisier'): Promise<Visitor & { slug: string }> {
    const visitor = new Visitor(url);
    const answer = await visitor.send('POST', '/api/v1/first-account', {
      organisation, name: 'Coordination', email: `coordination@${Math.random().toString(36).slice(2)}.example`, password: 'un mot de passe assez long',
    });
    if (!answer.ok) throw new Error(`first account refused: ${answer.status} ${await answer.text()}`);
    const session: { organisations: { slug: string }[] } = await (await visitor.send('GET', '/api/v1/session')).json();
    return Object.assign(visitor, { slug: session.organisations[0]?.slug ?? '' });
  }

  async send(method: string, path: string, body?: unknown): Promise<Response> {
    const isForm = body instanceof FormData;
    const answer = await fetch(this.url + path, {
      method,
      headers: { origin: this.url, ...(this.cookie ? { cookie: this.cookie } : {}), ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (cookies.length > 0) this.cookie = cookies.join('; ');
    return answer;
  }

  async json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.send(method, path, body);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  /** Cookies for a browser context. */
  cookies(): { name: string; value: string; url: string }[] {
    return this.cookie.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: this.url }));
  }
}
