import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import type { Readiness } from './readiness.js';

/** A worker serves no page and no figure: only whether it lives, and whether it can work. */
export async function serveWorkerHealth(readiness: Readiness, { host, port }: { host: string; port: number }): Promise<{ address: () => AddressInfo | string | null; close(): Promise<void> }> {
  const server = fastify({ logger: false });
  server.get('/api/v1/health', () => ({ status: 'ok' }));
  server.get('/api/v1/ready', async (_request, reply) => {
    const isReady = await readiness.check().then(() => true, () => false);
    return reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'unavailable' });
  });
  await server.listen({ host, port });
  return { address: () => server.server.address(), close: () => server.close() };
}
