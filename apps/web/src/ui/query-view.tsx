import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './failure.js';
import { LoadingState } from './states.js';

/** Draws what was read, the staff lines while it is fetched, the slab when it cannot be. What was read before stays in sight. */
export function QueryView<Data>({ query, children }: { query: UseQueryResult<Data>; children: (data: Data) => ReactNode }): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <Failure error={query.error} onRetry={() => { void query.refetch(); }} />;
  return <LoadingState />;
}
