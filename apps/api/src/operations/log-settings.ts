import type { Params } from 'nestjs-pino';
import type { DestinationStream } from 'pino';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info';

/** Never written down, at whatever depth a program puts them: secrets and what lets somebody in. */
const SECRET_FIELDS = ['authorization', 'cookie', 'set-cookie', 'password', 'token', 'secretKey', 'setupCode', 'connectionString'];

/**
 * Logs as JSON lines on standard error, so that standard output stays the person's. An address is written without
 * its query: people's searches and the keys of links stand there.
 */
export function logSettings(level: LogLevel, destination: DestinationStream = process.stderr): Params {
  return {
    pinoHttp: [
      {
        level,
        redact: { paths: SECRET_FIELDS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]), censor: '…' },
        customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
        serializers: {
          req: (request: { id: unknown; method: string; url: string }) => ({ id: request.id, method: request.method, path: request.url.split('?')[0] }),
          res: (response: { statusCode: number }) => ({ status: response.statusCode }),
        },
      },
      destination,
    ],
  };
}
