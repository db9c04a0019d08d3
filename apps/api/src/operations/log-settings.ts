import type { Params } from 'nestjs-pino';
import type { DestinationStream } from 'pino';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info';

/** Never written down, at whatever depth a program puts them: secrets and what lets somebody in. */
const SECRET_FIELDS = ['authorization', 'cookie', 'set-cookie', 'password', 'token', 'secretKey', 'setupCode', 'connectionString', 'clientSecret'];
/** As pino writes paths: of the line itself, one level down, two levels down. */
const DEPTHS = ['', '*', '*.*'];

/**
 * Logs as JSON lines, on standard error unless a test listens, so that standard output stays the person's. An address is written without
 * its query, an error without the values of its statement: people's searches and names stand there.
 */
export function logSettings(level: LogLevel, destination: DestinationStream): Params {
  return {
    pinoHttp: [
      {
        level,
        redact: { paths: SECRET_FIELDS.flatMap((name) => DEPTHS.map((depth) => `${depth}["${name}"]`)), censor: '…' },
        // What went wrong is told once, by the filter.
        customLogLevel: () => 'info',
        customErrorObject: (...[, , , { err: _stub, ...line }]: [unknown, unknown, unknown, Record<string, unknown>]) => line,
        wrapSerializers: false, // else they get pino's copies, with everything on them
        serializers: { req: describeRequest, res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }), err: describeFailure },
      },
      destination,
    ],
  };
}

/** Within the middleware of the framework `url` is what is left of the address, « / »; the whole of it is the original. */
function describeRequest({ id, method, url, originalUrl = url }: { id: unknown; method: string; url: string; originalUrl?: string }): object {
  return { id, method, path: originalUrl.split('?')[0] };
}

/** Drivers hang the statement, its values and the row concerned on their errors: only words about the failure are kept. */
function describeFailure(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: describeFailure(error.cause) };
  return { type: error.name, message: error.message, ...code, stack: error.stack, ...cause };
}
