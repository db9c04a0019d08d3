import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem-error.js';

/** One cache for the whole page. A refusal is an answer: only silence and failures of the server are tried again. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (times, error) => times < 2 && error instanceof ProblemError && (error.status === 0 || error.status >= 500),
        throwOnError: false,
      },
    },
  });
}
