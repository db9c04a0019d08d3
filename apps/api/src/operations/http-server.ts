import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLoopback } from '../accounts/account-settings.js';
import type { Environment } from '../config/env.js';
import { knowActors } from './acting.js';
import { compressAnswers } from './compress-answers.js';
import { TooManyTries } from './few-tries.js';
import { inputPipe } from './input-refused.js';
import { networkOf } from './network-of.js';
import { sendProblem } from './problem-filter.js';
import { refuseForeignOrigins } from './request-origin.js';
import { setSecurityHeaders } from './security-headers.js';
import { serveWeb } from './serve-web.js';

const MAX_BODY_BYTES = 1024 ** 2;
const MAX_FIELD_BYTES = 64 * 1024;
/** A file of 200 MB over a slow line takes this long; nothing may take longer. */
const REQUEST_LIMIT_MS = 30 * 60_000;

export function httpAdapter(environment: Environment): FastifyAdapter {
  return new FastifyAdapter({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_LIMIT_MS,
    trustProxy: trustedProxies(environment),
    // What the router refuses never reaches Nest's filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => void sendProblem(error, request, reply),
    multipart: { limits: { fileSize: environment.maxUploadBytes, files: 1, fields: 20, fieldSize: MAX_FIELD_BYTES, parts: 30 } },
  });
}

/** Everything that stands before and around the controllers. */
export async function furnishServer(app: NestFastifyApplication, environment: Environment, webFolder: string): Promise<void> {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  // What people open without an account is a page, not a door of programs.
  app.setGlobalPrefix('api/v1', { exclude: ['partage', 'partage/{*rest}'] });
  app.useGlobalPipes(inputPipe());
  await setSecurityHeaders(server, { isHttps: environment.publicUrl?.startsWith('https:') ?? false });
  await compressAnswers(server);
  refuseForeignOrigins(server, environment.publicUrl);
  knowActors(server);
  await server.register(rateLimit, {
    global: false,
    keyGenerator: ({ ip }) => networkOf(ip),
    errorResponseBuilder: (_request, { ttl }) => new TooManyTries(Math.ceil(ttl / 1000)),
  });
  await serveWeb(server, webFolder);
}

/** A proxy is believed about addresses only when it must be there: on this machine, with another public address than ours. */
function trustedProxies({ host, publicUrl }: Environment): false | string {
  return isLoopback(host) && publicUrl !== null && !isLoopback(new URL(publicUrl).hostname) ? 'loopback' : false;
}
