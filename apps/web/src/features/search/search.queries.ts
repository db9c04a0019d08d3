import type { SearchResults } from '@portee/shared';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationKeys, organisationPath } from '../../api/organisation.queries.js';

/** Fewer letters find everything; the server refuses them. */
export const LEAST_LETTERS = 2;

/** What stands under some words. While others are looked for, what was found stays on screen. */
export function useSearch(question: string): UseQueryResult<SearchResults> {
  const { slug } = useCurrentOrganisation();
  return useQuery({
    queryKey: [...organisationKeys.all(slug), 'search', question],
    queryFn: ({ signal }) => read('searchResults', organisationPath(slug, `/search?${new URLSearchParams({ q: question }).toString()}`), signal),
    enabled: question.length >= LEAST_LETTERS,
    placeholderData: keepPreviousData,
  });
}
