import type { QueryClient } from '@tanstack/react-query';
import { organisationQuery } from './organisation.queries.js';
import { sessionQuery } from './session.queries.js';

/**
 * Asks who is there, and for the organisation of the address, while scripts and words are still on their way: on a phone's line each of these
 * would wait for the one before. Refusals are met by the pages, which ask again.
 */
export function askEarly(client: QueryClient, pathname: string): void {
  void client.prefetchQuery(sessionQuery);
  const slug = /^\/o\/([a-z0-9-]+)(?:\/|$)/u.exec(pathname)?.[1];
  if (slug !== undefined) void client.prefetchQuery(organisationQuery(slug));
}
