import { once } from 'node:events';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived: who the envelope was for, and what was in it. */
export interface ReceivedMail {
  to: string;
  parsed: ParsedMail;
  /** The bytes as text. */
  source: string;
}

/** A real mail server on this machine, which keeps what it receives and refuses what it is told to. */
export interface TestMailServer {
  url: string;
  received: ReceivedMail[];
  /** What it says to the next recipients, by address: 550 for good, 450 for the moment. Absent: it takes the mail. */
  refusals: Map<string, { code: number; message: string }>;
  /** The mails for an address, first to last, once there are so many. */
  mailsTo(address: string, count?: number): Promise<ReceivedMail[]>;
  /** The newest one. */
  lastTo(address: string, count?: number): Promise<ReceivedMail>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 15_000;

export async function startMailServer({ port = 0 }: { port?: number } = {}): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  const refusals: TestMailServer['refusals'] = new Map();
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
    onRcptTo({ address }, _session, callback) {
      const refusal = refusals.get(address);
      callback(refusal === undefined ? null : Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
    },
    onData(stream, session, callback) {
      void read(stream).then(async (source) => {
        const parsed = await simpleParser(source);
        for (const { address } of session.envelope.rcptTo) received.push({ to: address, parsed, source: source.toString('utf8') });
        callback();
        for (const look of waiting) look();
      });
    },
  });
  // A client that is stopped in the middle is no fault of the server's.
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const mailsTo = (address: string, count = 1): Promise<ReceivedMail[]> => new Promise((resolve, reject) => {
    const look = (): void => {
      const found = received.filter(({ to }) => to === address);
      if (found.length < count) return;
      clearTimeout(patience);
      waiting.delete(look);
      resolve(found);
    };
    const patience = setTimeout(() => { waiting.delete(look); reject(new Error(`${address} has ${received.filter(({ to }) => to === address).length} of ${count} mails`)); }, PATIENCE_MS);
    waiting.add(look);
    look();
  });
  return {
    url: `smtp://127.0.0.1:${portOf(server.server.address())}`, received, refusals, mailsTo,
    lastTo: async (address, count) => {
      const last = (await mailsTo(address, count)).at(-1);
      if (last === undefined) throw new Error(`${address} has no mail`);
      return last;
    },
    stop: () => new Promise((resolve) => { server.close(() => { resolve(); }); }),
  };
}

/** The first web address in the plain text of a mail that leads to this path. */
export function linkIn({ parsed }: ReceivedMail, path: string): URL {
  const found = /https?:\/\/\S+/gu[Symbol.matchAll](parsed.text ?? '');
  for (const [address] of found) if (new URL(address).pathname === path) return new URL(address);
  throw new Error(`no link to ${path} in: ${parsed.text ?? ''}`);
}

function portOf(address: ReturnType<SMTPServer['server']['address']>): number {
  return address !== null && typeof address === 'object' ? address.port : 0;
}

async function read(stream: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
