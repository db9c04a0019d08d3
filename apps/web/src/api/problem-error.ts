import type { Problem } from '@portee/shared';

/** Reasons the web adds to the server's own: no answer at all, or one that is not ours. */
type OwnReason = 'unreachable' | 'unexpected-answer';

/** Everything that can go wrong with a request. `reason` is what programs decide on; the message is for the log. */
export class ProblemError extends Error {
  /** The server's stable word, or one of ours. */
  readonly reason: string;
  /** 0 when no answer came. */
  readonly status: number;
  /** The server's sentence in the person's language; null when it gave none. */
  readonly detail: string | null;
  /** For refused input: where, and why. */
  readonly fields: readonly { path: string; message: string }[];

  constructor(problem: Pick<Problem, 'reason' | 'status' | 'fields'> & { detail: string | null }, options?: ErrorOptions) {
    super(`${problem.reason} (${String(problem.status)})`, options);
    this.name = 'ProblemError';
    this.reason = problem.reason;
    this.status = problem.status;
    this.detail = problem.detail;
    this.fields = problem.fields ?? [];
  }

  static of(reason: OwnReason, status: number, cause?: unknown): ProblemError {
    return new ProblemError({ reason, status, detail: null }, { cause });
  }
}

/** A problem answer of the server as an error; anything else becomes `unexpected-answer`. */
export async function toProblemError(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null);
  if (!isRecord(body) || typeof body['reason'] !== 'string') return ProblemError.of('unexpected-answer', response.status);
  return new ProblemError({
    reason: body['reason'], status: response.status,
    detail: typeof body['detail'] === 'string' ? body['detail'] : null,
    fields: Array.isArray(body['fields']) ? body['fields'].flatMap(toField) : [],
  });
}

function toField(value: unknown): { path: string; message: string }[] {
  if (!isRecord(value) || typeof value['path'] !== 'string' || typeof value['message'] !== 'string') return [];
  return [{ path: value['path'], message: value['message'] }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
