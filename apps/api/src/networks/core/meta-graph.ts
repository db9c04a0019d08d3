import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { beginningOf } from './hide-secrets.js';
import { type RawAnswer, statusError, unexpected } from './http-answer.js';
import type { HttpClient } from './http-client.js';
import { graphErrorOf } from './meta-graph-errors.js';
import { pauseUntil } from './meta-usage.js';
import type { NetworkApplication } from './network-connector.js';
import { NetworkError } from './network-error.js';
import { parseJson } from './parse-json.js';

/** Out since 2026-07-29, no end told. The calendar: developers.facebook.com/docs/graph-api/changelog (read 2026-11-23). */
export const GRAPH_VERSION = 'v26.0';
/** Operations in one batch, at most. */
export const BATCH_SIZE = 50;

export type GraphParameters = Readonly<Record<string, string>>;

/** One operation of a batch: a reading of one object. */
export interface GraphOperation {
  path: string;
  parameters: GraphParameters;
}

/** What became of one operation. */
export type GraphOutcome<T> = { body: T; error: null } | { body: null; error: NetworkError };

/** Which address speaks the Graph API, and in whose name it is asked. */
export interface GraphAccess {
  /** Without a slash at the end. */
  base: string;
  token: string;
  /** Proves with its secret that a token has not been stolen; null: no proof is sent. */
  application: NetworkApplication | null;
}

const batchAnswer = z.array(z.object({ code: z.number(), body: z.string() }).nullable());

/** Meta's Graph API, asked in the name of one token. Remembers how close to its limits the answers were. */
export class MetaGraph {
  private pause: Date | null = null;

  constructor(private readonly http: HttpClient, private readonly access: GraphAccess) {}

  /** Nothing more is to be asked before; nothing to be spread into a page where no limit is close. */
  get pausing(): { pauseUntil?: Date } {
    return this.pause === null ? {} : { pauseUntil: this.pause };
  }

  /** @throws NetworkError */
  async get<T>(path: string, parameters: GraphParameters, schema: z.ZodType<T>): Promise<T> {
    const url = graphUrl(this.access.base, path, { ...parameters, ...this.proof() });
    const { body, headers } = await this.http.ask({ url, schema, errorOf: graphErrorOf, secrets: this.secrets, headers: { authorization: `Bearer ${this.access.token}` } });
    this.noteUsage(headers);
    return body;
  }

  /** Several readings in few requests, in their order; an error of one is its own. @throws NetworkError of a whole request */
  async batch<T>(operations: readonly GraphOperation[], schema: z.ZodType<T>): Promise<GraphOutcome<T>[]> {
    const outcomes: GraphOutcome<T>[] = [];
    for (let from = 0; from < operations.length; from += BATCH_SIZE) outcomes.push(...(await this.batchAtOnce(operations.slice(from, from + BATCH_SIZE), schema)));
    return outcomes;
  }

  private async batchAtOnce<T>(operations: readonly GraphOperation[], schema: z.ZodType<T>): Promise<GraphOutcome<T>[]> {
    const answers = await this.sendBatch(operations);
    const late = operations.filter((_operation, position) => (answers[position] ?? null) === null);
    // What Meta had no time for comes back as null, and is asked once more.
    const again = late.length > 0 ? await this.sendBatch(late) : [];
    return operations.map((operation, position) => this.outcomeOf(answers[position] ?? again[late.indexOf(operation)] ?? null, schema));
  }

  private async sendBatch(operations: readonly GraphOperation[]): Promise<z.infer<typeof batchAnswer>> {
    const batch = operations.map(({ path, parameters }) => ({ method: 'GET', relative_url: `${path}?${new URLSearchParams(parameters).toString()}` }));
    const { body, headers } = await this.http.ask({
      url: graphUrl(this.access.base, '', {}), schema: batchAnswer, errorOf: graphErrorOf, secrets: this.secrets, method: 'POST',
      form: { access_token: this.access.token, ...this.proof(), batch: JSON.stringify(batch) },
    });
    this.noteUsage(headers);
    return body;
  }

  private outcomeOf<T>(answer: { code: number; body: string } | null, schema: z.ZodType<T>): GraphOutcome<T> {
    if (answer === null) return { body: null, error: new NetworkError('unavailable', 'an operation of a batch was not answered in time') };
    const beginning = beginningOf({ text: answer.body, status: answer.code }, this.secrets);
    const raw: RawAnswer = { status: answer.code, headers: {}, text: answer.body, beginning, json: jsonOf(answer.body), at: this.http.now() };
    const error = graphErrorOf(raw) ?? statusError(raw);
    if (error !== null) return { body: null, error };
    const parsed = schema.safeParse(raw.json);
    return parsed.success ? { body: parsed.data, error: null } : { body: null, error: unexpected(raw, 'an answer in a batch is not as documented', parsed.error) };
  }

  private get secrets(): string[] {
    const { application, token } = this.access;
    return application === null ? [token] : [token, application.clientSecret];
  }

  private proof(): GraphParameters {
    const { application, token } = this.access;
    return application === null ? {} : { appsecret_proof: appSecretProof(application, token) };
  }

  private noteUsage(headers: Readonly<Record<string, string>>): void {
    this.pause = pauseUntil(headers, this.http.now()) ?? this.pause;
  }
}

export function graphUrl(base: string, path: string, parameters: GraphParameters): URL {
  const url = new URL(`${base}/${GRAPH_VERSION}/${path}`);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

/** Meta's proof that whoever holds a token also holds the secret of its application: HMAC-SHA256, hexadecimal. */
export function appSecretProof(application: NetworkApplication, token: string): string {
  return createHmac('sha256', application.clientSecret).update(token).digest('hex');
}

function jsonOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
