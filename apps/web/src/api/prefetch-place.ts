import type { QueryClient } from '@tanstack/react-query';
import { keptPlaceAt } from './kept-place.js';
import { organisationQuery } from './organisation.queries.js';
import { sessionQuery } from './session.queries.js';

/** Asks who is there, and for the organisation of the address, while the words are still on their way: on a phone's line each of these would wait for the one before. */
export function prefetchPlace(client: QueryClient, pathname: string): void {
  void client.prefetchQuery(sessionQuery);
  const slug = keptPlaceAt(pathname);
  if (slug !== null) void client.prefetchQuery(organisationQuery(slug));
}
