import { Agent, type Dispatcher, request as send } from 'undici';
import type { z } from 'zod';
import { AddressGuard, type Resolver } from './address-guard.js';
import { beginningOf, hideSecrets, secretsOf } from './hide-secrets.js';
import { type RawAnswer, statusError, unexpected } from './http-answer.js';
import { nextPage } from './link-header.js';
import { NetworkError } from './network-error.js';
import { parseJson } from './parse-json.js';

export interface HttpSettings {
  now: () => Date;
  /** Other base addresses by network; requests to them pass no guard: who runs the installation chose them. */
  networkUrls: Readonly<Record<string, string>>;
  allowPrivateAddresses: boolean;
  /** Longest time that one request may take, its body included. */
  timeLimitMs?: number;
  /** Largest body that is read. */
  maxBytes?: number;
  /** How names are resolved; the system's way when absent. */
  resolve?: Resolver;
}

export interface HttpRequest<T> {
  url: URL;
  /** What a good answer must look like; unknown fields are dropped. */
  schema: z.ZodType<T>;
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  /** Sent as a form. */
  form?: Readonly<Record<string, string>>;
  /** What must never be read back, beside what is sent under a telling name. */
  secrets?: readonly string[];
  /** The network's own way of telling errors; null: none is told here, its status may tell one. */
  errorOf?: (answer: RawAnswer) => NetworkError | null;
}

export interface HttpAnswer<T> {
  body: T;
  headers: Readonly<Record<string, string>>;
  /** Address of the next page by the Link header; null: the header says nothing. */
  next: URL | null;
}

const TIME_LIMIT_MS = 30_000;
const MAX_BYTES = 16 * 1024 ** 2;
const MAX_REDIRECTS = 5;
const USER_AGENT = 'Portee (+https://github.com/portee)';

/** The one way to a network: guarded, bounded in time and size, its answers parsed. @throws NetworkError whatever goes wrong */
export class HttpClient {
  readonly now: () => Date;
  private readonly guard: AddressGuard;
  private readonly guarded: Dispatcher;
  private readonly open: Dispatcher;
  private requests = 0;

  constructor(private readonly settings: HttpSettings) {
    this.now = settings.now;
    this.guard = new AddressGuard(settings.allowPrivateAddresses, settings.resolve);
    const limits = { headersTimeout: this.timeLimitMs, bodyTimeout: this.timeLimitMs };
    this.guarded = new Agent({ ...limits, connect: { lookup: this.guard.lookup, timeout: this.timeLimitMs } });
    this.open = new Agent(limits);
  }

  private get timeLimitMs(): number {
    return this.settings.timeLimitMs ?? TIME_LIMIT_MS;
  }

  /** Requests sent since the start. */
  get requestCount(): number {
    return this.requests;
  }

  /** Base address of a network, without a slash at the end: the documented one, unless the installation names another. */
  base(network: string, documented: string): string {
    return this.settings.networkUrls[network] ?? documented.replace(/\/+$/, '');
  }

  /** One request whose answer is JSON of a known shape. */
  async ask<T>(request: HttpRequest<T>): Promise<HttpAnswer<T>> {
    const answer = await this.send(request);
    const error = request.errorOf?.(answer) ?? statusError(answer);
    if (error) throw error;
    if (answer.json === undefined) throw unexpected(answer, 'the answer is not JSON');
    const parsed = request.schema.safeParse(answer.json);
    if (!parsed.success) throw unexpected(answer, `the answer is not as documented: ${told(parsed.error)}`, parsed.error);
    return { body: parsed.data, headers: answer.headers, next: nextPage(answer.headers['link'], request.url) };
  }

  async close(): Promise<void> {
    await Promise.all([this.guarded.destroy(), this.open.destroy()]);
  }

  private async send(request: HttpRequest<unknown>): Promise<RawAnswer> {
    const signal = AbortSignal.timeout(this.timeLimitMs);
    let url = request.url;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
      const answer = await this.sendOnce({ ...request, url, headers: headersFor(request, url) }, signal);
      const target = redirectOf(answer, request, url);
      if (target === null) return answer;
      url = target;
    }
    throw new NetworkError('unexpected-answer', `${request.url.host} redirects without end`);
  }

  private async sendOnce(request: HttpRequest<unknown>, signal: AbortSignal): Promise<RawAnswer> {
    const { url } = request;
    const isChosen = Object.values(this.settings.networkUrls).some((base) => new URL(base).origin === url.origin);
    if (!isChosen) this.guard.check(url);
    this.requests += 1;
    try {
      const response = await send(url, {
        dispatcher: isChosen ? this.open : this.guarded, signal, method: request.method ?? 'GET', headers: headersOf(request),
        ...(request.form ? { body: new URLSearchParams(request.form).toString() } : {}),
      });
      const body = await readBody(response.body, this.settings.maxBytes ?? MAX_BYTES);
      const secrets = [...secretsOf(request), ...(request.secrets ?? [])];
      const text = response.statusCode < 400 ? body : hideSecrets(body, secrets);
      return { status: response.statusCode, headers: flat(response.headers), text, beginning: beginningOf({ text: body, status: response.statusCode }, secrets), json: jsonOf(text), at: this.now() };
    } catch (error) {
      throw networkErrorOf(error, url);
    }
  }
}

function headersOf({ headers, form }: HttpRequest<unknown>): Record<string, string> {
  return {
    accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': USER_AGENT, ...headers,
    ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
  };
}

/** A redirect to another host is not told who we are. */
function headersFor({ url: first, headers = {} }: HttpRequest<unknown>, url: URL): Readonly<Record<string, string>> {
  if (url.origin === first.origin) return headers;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'));
}

function redirectOf({ status, headers }: RawAnswer, { method }: HttpRequest<unknown>, from: URL): URL | null {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined || (method ?? 'GET') !== 'GET') return null;
  return URL.parse(location, from.href);
}

async function readBody(body: AsyncIterable<Buffer>, maxBytes: number): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > maxBytes) throw new NetworkError('unexpected-answer', `the answer is longer than ${maxBytes} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : (value ?? '')]));
}

function networkErrorOf(error: unknown, url: URL): NetworkError {
  const found = ownErrorIn(error);
  return found ?? new NetworkError('unavailable', `${url.host} does not answer`, { cause: error });
}

/** The guard refuses inside a connection: its error comes wrapped. */
function ownErrorIn(error: unknown): NetworkError | null {
  for (let inner = error; inner instanceof Error; inner = inner.cause) if (inner instanceof NetworkError) return inner;
  return null;
}

function told(error: z.ZodError): string {
  return error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}
