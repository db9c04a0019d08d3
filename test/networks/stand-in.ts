import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What a stand-in was asked. */
export interface Ask {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
}

/** What it answers; the status is 200 unless said. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  json?: unknown;
  text?: string;
}

/** A way in which an answer goes wrong. */
export type Fault =
  | ({ kind: 'reply' } & Reply)
  /** Another answer than the true one, made for what was asked. */
  | { kind: 'other'; answer(ask: Ask): Reply }
  /** The true answer, changed: a field more, a wrong type, a missing figure. */
  | { kind: 'edit'; edit(json: unknown): unknown }
  | { kind: 'headers'; headers: Record<string, string> }
  /** Half of the true answer. */
  | { kind: 'truncated' }
  | { kind: 'html'; status: number }
  /** No answer, until whoever asks gives up. */
  | { kind: 'silence' }
  /** The true answer, one sign at a time. */
  | { kind: 'drip'; everyMs: number }
  | { kind: 'huge'; bytes: number }
  | { kind: 'hang-up' }
  /** Nothing until somebody lets it go; then the true answer, or a fault. */
  | { kind: 'held'; asked: () => void; letGo: Promise<void>; fault: Fault | null };

/** Answers that wait: what happens meanwhile happens while they are on their way. */
export interface HeldAnswers {
  /** Somebody waits for one. */
  asked: Promise<void>;
  letGo: () => void;
}

interface PlannedFault {
  matches: (ask: Ask) => boolean;
  fault: Fault;
  left: number;
}

export interface StandInSettings {
  /** The time of the played network: tests move it. */
  now(): Date;
  /** Answers wait this long; none when absent. */
  latencyMs?: number;
  /** The network's own way of answering. */
  answer(ask: Ask): Reply | Promise<Reply>;
}

/** An invented network on this machine: a real HTTP server that answers as its fact sheet says, and goes wrong when told to. */
export class StandIn {
  readonly asked: Ask[] = [];
  private readonly faults: PlannedFault[] = [];
  private readonly gone = new AbortController();

  private constructor(private readonly server: Server, private readonly settings: StandInSettings) {}

  static async start(settings: StandInSettings): Promise<StandIn> {
    const server = createServer();
    const standIn = new StandIn(server, settings);
    server.on('request', (request, response) => {
      standIn.serve(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return standIn;
  }

  /** Its address, without a slash at the end. */
  get url(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${isTcp(address) ? address.port : 0}`;
  }

  /** The next answers to what matches go wrong, as often as said. @returns what ends it earlier */
  break(matches: string | ((ask: Ask) => boolean), fault: Fault, times = Number.POSITIVE_INFINITY): () => void {
    const planned = { matches: typeof matches === 'string' ? (ask: Ask) => ask.url.pathname.includes(matches) : matches, fault, left: times };
    this.faults.push(planned);
    return () => { planned.left = 0; };
  }

  /** Holds answers back until they are let go: the next one unless said. Then they go as they would, or wrong. */
  hold(matches: string | ((ask: Ask) => boolean), { fault = null, times = 1 }: { fault?: Fault | null; times?: number } = {}): HeldAnswers {
    const [asked, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    this.break(matches, { kind: 'held', asked: asked.resolve, letGo: letGo.promise, fault }, times);
    return { asked: asked.promise, letGo: letGo.resolve };
  }

  /** Everything goes right again. */
  mend(): void {
    this.faults.length = 0;
  }

  async close(): Promise<void> {
    this.gone.abort();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ask = { method: request.method ?? 'GET', url: new URL(request.url ?? '/', this.url), headers: request.headers, body: await read(request) };
    this.asked.push(ask);
    if (this.settings.latencyMs) await wait(this.settings.latencyMs, undefined, { signal: this.gone.signal });
    const planned = this.faults.find(({ left, matches }) => left > 0 && matches(ask));
    if (planned) planned.left -= 1;
    await this.reply(response, ask, planned?.fault ?? null);
  }

  private async reply(response: ServerResponse, ask: Ask, fault: Fault | null): Promise<void> {
    switch (fault?.kind) {
      case undefined: return send(response, await this.settings.answer(ask));
      case 'reply': return send(response, fault);
      case 'other': return send(response, fault.answer(ask));
      case 'edit': return send(response, await this.answered(ask).then(({ json, ...rest }) => ({ ...rest, json: fault.edit(json) })));
      case 'headers': return send(response, await this.answered(ask).then((reply) => ({ ...reply, headers: { ...reply.headers, ...fault.headers } })));
      case 'truncated': return send(response, await this.answered(ask).then((reply) => halved(reply)));
      case 'html': return send(response, { status: fault.status, headers: { 'content-type': 'text/html' }, text: '<!doctype html><title>Maintenance</title><p>Maintenance' });
      case 'silence': return;
      case 'drip': return this.drip(response, await this.answered(ask), fault.everyMs);
      case 'huge': return sendHuge(response, fault.bytes);
      case 'hang-up': return void response.destroy();
      case 'held': {
        fault.asked();
        await fault.letGo;
        return this.reply(response, ask, fault.fault);
      }
    }
  }

  private async answered(ask: Ask): Promise<Reply> {
    return this.settings.answer(ask);
  }

  private async drip(response: ServerResponse, reply: Reply, everyMs: number): Promise<void> {
    response.writeHead(reply.status ?? 200, headersOf(reply));
    for (const sign of bodyOf(reply)) {
      if (response.destroyed) return;
      response.write(sign);
      await wait(everyMs, undefined, { signal: this.gone.signal });
    }
    response.end();
  }
}

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status ?? 200, headersOf(reply)).end(bodyOf(reply));
}

function sendHuge(response: ServerResponse, bytes: number): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const piece = Buffer.alloc(64 * 1024, ' ');
  let left = bytes;
  const more = (): void => {
    while (left > 0) {
      left -= piece.length;
      if (!response.write(piece)) return;
    }
    response.end('{}');
  };
  response.on('drain', more);
  more();
}

function headersOf(reply: Reply): Record<string, string> {
  return { 'content-type': reply.text === undefined ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8', ...reply.headers };
}

function bodyOf(reply: Reply): string {
  return reply.text ?? JSON.stringify(reply.json ?? {});
}

function halved(reply: Reply): Reply {
  const body = bodyOf(reply);
  return { ...reply, headers: { 'content-type': 'application/json; charset=utf-8', ...reply.headers }, text: body.slice(0, Math.floor(body.length / 2)) };
}

function isTcp(address: string | AddressInfo | null): address is AddressInfo {
  return address !== null && typeof address === 'object';
}
