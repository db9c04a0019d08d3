import { keepSecrets } from './kept-logs.js';

/** An answer, its body read as JSON where it is, else as text; null: no body. */
export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

interface Sent {
  body?: unknown;
  headers?: Record<string, string>;
}

/** Somebody with a browser: keeps cookies between requests, as one person does. */
export class Visitor {
  private readonly kept = new Map<string, string>();

  constructor(
    readonly url: string,
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

  async ask(method: string, path: string, sent: Sent = {}): Promise<Answer> {
    const answer = await this.fetch(method, path, sent);
    const read = await readBody(answer);
    keepSecrets(read);
    return { status: answer.status, headers: answer.headers, body: read };
  }

  /** The answer as it came: for files. */
  send(method: string, path: string, body?: unknown): Promise<Response> {
    return this.fetch(method, path, { body });
  }

  /** The JSON of an answer that must be good. */
  async json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.fetch(method, path, { body });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    // eslint-disable-next-line typescript/no-unsafe-type-assertion -- what the contract says
    const read = (await answer.json()) as T;
    keepSecrets(read);
    return read;
  }

  /** Cookies for a browser's context. */
  cookies(): { name: string; value: string; url: string }[] {
    return [...this.kept].map(([name, value]) => ({ name, value, url: this.url }));
  }

  /** A FormData goes as multipart, a text as it is, everything else as JSON. */
  private async fetch(method: string, path: string, { body, headers }: Sent): Promise<Response> {
    const isRaw = body instanceof FormData || typeof body === 'string';
    const sent = body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) };
    const type: Record<string, string> = body === undefined || isRaw ? {} : { 'content-type': 'application/json' };
    const cookie = [...this.kept].map(([name, value]) => `${name}=${value}`).join('; ');
    if (!(body instanceof FormData)) keepSecrets(body);
    const all = { ...this.headers, ...type, ...(cookie ? { cookie } : {}), ...headers };
    const answer = await fetch(new URL(path, this.url), { method, headers: all, redirect: 'manual', ...sent });
    this.keepCookies(answer.headers);
    return answer;
  }

  private keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line)) this.kept.delete(pair.slice(0, at));
      else this.kept.set(pair.slice(0, at), pair.slice(at + 1));
      keepSecrets({ secret: pair.slice(at + 1) });
    }
  }
}

/** A visitor who belongs to an organisation. */
export type Member = Visitor & { slug: string };

/** The first account of an installation, with its organisation, signed in from its own pages. */
export async function firstMember(url: string, organisation = 'Le Cerisier'): Promise<Member> {
  const visitor = new Visitor(url, { origin: url });
  await visitor.json('POST', '/api/v1/first-account', { organisation, name: 'Coordination', email: 'coordination@cerisier.example', password: 'un mot de passe assez long' });
  const session = await visitor.json<{ organisations: { slug: string }[] }>('GET', '/api/v1/session');
  return Object.assign(visitor, { slug: session.organisations[0]?.slug ?? '' });
}

async function readBody(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (text === '') return null;
  return answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
}
