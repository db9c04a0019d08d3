import { type InvalidateOptions, type InvalidateQueryFilters, QueryClient, type QueryKey } from '@tanstack/react-query';
import { ProblemError } from './problem-error.js';

/**
 * Whoever goes to another page while a change is on its way asks for what it shows before the change is made. By itself the library takes that
 * answer for one of after it, and the page would show what was for half a minute: what is on its way is dropped, and asked for anew.
 */
class ChangeableQueryClient extends QueryClient {
  override async invalidateQueries<Key extends QueryKey = QueryKey>(filters?: InvalidateQueryFilters<Key>, options?: InvalidateOptions): Promise<void> {
    await this.cancelQueries(filters);
    await super.invalidateQueries(filters, options);
  }
}

/** One cache for the whole page. A refusal is an answer: only silence and failures of the server are tried again. */
export function makeQueryClient(): QueryClient {
  return new ChangeableQueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (times, error) => times < 2 && error instanceof ProblemError && (error.status === 0 || error.status >= 500),
        throwOnError: false,
      },
    },
  });
}
