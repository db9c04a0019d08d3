import type { QueryClient } from '@tanstack/react-query';
import { keptPlace } from './kept-place.js';
import { organisationQuery } from './organisation.queries.js';
import { sessionQuery } from './session.queries.js';

/**
 * Asks who is there, and for the organisation of the address, while scripts and words are still on their way: on a phone's line each of these
 * would wait for the one before. The organisation only where whoever was here last saw it: a stranger's request would be refused for nothing.
 */
export function askEarly(client: QueryClient, pathname: string): void {
  void client.prefetchQuery(sessionQuery);
  const slug = /^\/o\/([a-z0-9-]+)(?:\/|$)/u.exec(pathname)?.[1];
  if (slug !== undefined && slug === keptPlace()) void client.prefetchQuery(organisationQuery(slug));
}
