import type { AuditPage } from '@portee/shared';
import { keepPreviousData, useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { read } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationPath } from '../../api/organisation.queries.js';
import { toQuery, type JournalChoices } from './journal-choices.js';

const firstPage: string | null = null;

/** Lines of the journal, latest first, page by page. */
export function useJournal(choices: JournalChoices): UseInfiniteQueryResult<InfiniteData<AuditPage>> {
  const { slug } = useCurrentOrganisation();
  const query = toQuery(choices);
  return useInfiniteQuery({
    queryKey: ['organisation', slug, 'journal', query.toString()],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams(query);
      if (pageParam !== null) asked.set('cursor', pageParam);
      return read('auditPage', organisationPath(slug, `/audit?${asked.toString()}`), signal);
    },
    initialPageParam: firstPage,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    // Whoever opens it wants what was done just now.
    staleTime: 0,
  });
}
