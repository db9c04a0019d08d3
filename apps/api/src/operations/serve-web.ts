import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const YEAR_SECONDS = 365 * 24 * 3600;

/**
 * Serves the built web application: hashed files for a year, the page itself asked for anew each time, and the page
 * for every other address outside /api, since the browser's own router knows those; each as the build pressed it, for whoever can read
 * that. Without a build, nothing is served.
 */
export async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', isHashed(path, folder) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
    },
  });
  server.get('/*', (request, reply) => {
    const isPage = !request.url.startsWith('/api/') && !/\.\w+$/.test(request.url.split('?')[0] ?? '');
    return isPage ? reply.sendFile('index.html') : reply.callNotFound();
  });
}

/** Vite names a file in assets/ after its content. */
function isHashed(path: string, folder: string): boolean {
  return path.startsWith(join(folder, 'assets'));
}
