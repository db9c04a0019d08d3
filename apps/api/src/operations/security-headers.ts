import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** No script, style, font or request but our own; no inline script or style; nobody frames us. */
const CONTENT_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** Headers of every answer. `isHttps`: people reach Portée over https, so browsers may insist on it. */
export async function setSecurityHeaders(server: FastifyInstance, { isHttps }: { isHttps: boolean }): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { ...CONTENT_POLICY, ...(isHttps ? { upgradeInsecureRequests: [] } : {}) } },
    strictTransportSecurity: isHttps ? { maxAge: 365 * 24 * 3600 } : false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  server.addHook('onSend', async (request, reply, payload) => {
    reply.header('x-request-id', request.id);
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    return payload;
  });
}
