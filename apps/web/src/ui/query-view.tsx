import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './failure.js';
import { LoadingState } from './states.js';

interface QueryViewProps<Data> {
  query: UseQueryResult<Data>;
  /** The page's heading while there is nothing to show, for screen readers; pages that always have their own leave it out. */
  heading?: string;
  children: (data: Data) => ReactNode;
}

/** Draws what was read, the staff lines while it is fetched, the slab when it cannot be. What was read before stays in sight. */
export function QueryView<Data>({ query, heading, children }: QueryViewProps<Data>): ReactNode {
  if (query.data !== undefined) return children(query.data);
  return (
    <>
      {heading !== undefined && <h1 className="visually-hidden">{heading}</h1>}
      {query.error === null ? <LoadingState /> : <div className="query-failure"><Failure error={query.error} onRetry={() => { void query.refetch(); }} /></div>}
    </>
  );
}
