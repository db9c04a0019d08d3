import { inject } from 'vitest';
import { type Environment, readEnvironment } from '../../apps/api/src/config/env.js';
import { type RunningPortee, type StartSettings, startPortee } from '../../apps/api/src/start-portee.js';
import { TEST_SECRET_KEY, type TestDatabase } from './database.js';

/** Starts the whole program over a test's database, on a free port of this machine. Stop it in afterAll. */
export function startOver(database: TestDatabase, changes: Partial<Environment> = {}, settings: Pick<StartSettings, 'now' | 'logLevel' | 'webFolder'> = {}): Promise<RunningPortee> {
  const environment = { ...readEnvironment({}), port: 0, redisUrl: inject('redisUrl'), ...changes };
  return startPortee({ environment, ...database, secretKey: TEST_SECRET_KEY, logLevel: 'error', ...settings });
}

/** An answer, its body read as JSON where it is, else as text; null: no body. */
export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** Somebody with a browser: keeps cookies between requests, as one person does. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly base: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  get(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }

  post(path: string, body?: unknown): Promise<Answer> {
    return this.ask('POST', path, { body });
  }

  patch(path: string, body?: unknown): Promise<Answer> {
    return this.ask('PATCH', path, { body });
  }

  delete(path: string): Promise<Answer> {
    return this.ask('DELETE', path);
  }

  /** A FormData goes as multipart, a text as it is, everything else as JSON. */
  async ask(method: string, path: string, { body, headers }: { body?: unknown; headers?: Record<string, string> } = {}): Promise<Answer> {
    const isRaw = body instanceof FormData || typeof body === 'string';
    const sent = body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) };
    const type: Record<string, string> = body === undefined || isRaw ? {} : { 'content-type': 'application/json' };
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const all = { ...this.headers, ...type, ...(cookie ? { cookie } : {}), ...headers };
    const answer = await fetch(new URL(path, this.base), { method, headers: all, redirect: 'manual', ...sent });
    this.keepCookies(answer.headers);
    return { status: answer.status, headers: answer.headers, body: await readBody(answer) };
  }

  private keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}

async function readBody(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (text === '') return null;
  return answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
}
