import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from './domain-error.js';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** A browser was sent here by somebody else's page. */
export class OriginError extends DomainError<'foreign-origin'> {}

/**
 * Refuses changes that another site makes a browser ask for. Cookies are SameSite=Lax already; this holds where a
 * sibling of our host is hostile, and for signing in. Programs send neither header and carry no cookie of a victim.
 */
export function refuseForeignOrigins(server: FastifyInstance, publicUrl: string | null): void {
  server.addHook('onRequest', async (request) => {
    if (!SAFE_METHODS.includes(request.method) && !isOwnOrigin(request, publicUrl)) throw new OriginError('foreign-origin');
  });
}

function isOwnOrigin({ headers }: FastifyRequest, publicUrl: string | null): boolean {
  const { origin } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] === undefined || headers['sec-fetch-site'] === 'same-origin' || headers['sec-fetch-site'] === 'none';
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}
