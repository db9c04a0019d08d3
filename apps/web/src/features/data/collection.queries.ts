import type { Channel, Collection, IngestionRun } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { read, send } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationKeys, organisationPath } from '../../api/organisation.queries.js';
import { isCollected, isUnderWay } from './collection-need.js';

/** How often channels being read are asked about; react-query asks only while the page is in sight. */
const ASK_EVERY_MS = 2500;
/** How often otherwise: a collection may begin by itself. */
const LOOK_EVERY_MS = 60_000;

/** How every channel that is asked by itself is doing; asked again while one is being read. */
export function useCollections(): UseQueryResult<Collection[]> {
  const { slug } = useCurrentOrganisation();
  const query = useQuery({
    queryKey: collectionsKey(slug),
    queryFn: async ({ signal }) => (await read('collections', organisationPath(slug, '/collections'), signal)).filter(isCollected),
    refetchInterval: ({ state }) => (state.data?.some((one) => isUnderWay(one, new Date())) === true ? ASK_EVERY_MS : LOOK_EVERY_MS),
  });
  useForgetOnceRead(query.data);
  return query;
}

/** Collections of a channel, the newest first; read again whenever its last one has moved. */
export function useRuns(channelId: string, lastRun: IngestionRun | null): UseQueryResult<IngestionRun[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({
    queryKey: [...collectionsKey(slug), channelId, 'runs', lastRun?.id ?? null, lastRun?.state ?? null, lastRun?.postsRead ?? 0],
    queryFn: ({ signal }) => read('runs', organisationPath(slug, `/channels/${encodeURIComponent(channelId)}/runs?limit=50`), signal),
    placeholderData: (before) => before,
  });
}

export type CollectionChange = 'collect' | 'pause' | 'resume';

/** Asks for a collection now, stops them or starts them again. The answer stands at once where channels are listed. */
export function useChangeCollection(channelId: string): UseMutationResult<Collection, Error, CollectionChange> {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: CollectionChange) => send('POST', organisationPath(slug, `/channels/${encodeURIComponent(channelId)}/${change}`), { answer: 'collection' }),
    onSuccess: (changed) => {
      cache.setQueryData<Collection[]>(collectionsKey(slug), (known) => known?.map((one) => (one.channelId === changed.channelId ? changed : one)));
      cache.setQueryData<Channel[]>(organisationKeys.channels(slug), (known) => known?.map((one) => (one.id === changed.channelId ? { ...one, state: doorOf(changed) } : one)));
    },
  });
}

function doorOf({ state }: Collection): Channel['state'] {
  return state === 'paused' || state === 'needs-reconnection' ? state : 'connected';
}

function collectionsKey(slug: string): readonly string[] {
  return [...organisationKeys.all(slug), 'collections'];
}

/** Once a collection has ended, every figure read before may be out of date; so may be what was read before these collections were first seen. */
function useForgetOnceRead(collections: readonly Collection[] | undefined): void {
  const cache = useQueryClient();
  const { slug } = useCurrentOrganisation();
  const before = useRef<string | null>(null);
  const [openedAt] = useState(() => Date.now());
  const ended = collections?.map(({ channelId, collectedAt }) => `${channelId} ${collectedAt ?? ''}`).join() ?? null;
  useEffect(() => {
    if (ended === null || before.current === ended) return;
    const isFirstSight = before.current === null;
    before.current = ended;
    void cache.invalidateQueries(
      { queryKey: organisationKeys.all(slug), predicate: ({ queryKey, state }) => queryKey[2] !== 'collections' && (!isFirstSight || state.dataUpdatedAt < openedAt) },
      { cancelRefetch: !isFirstSight },
    );
  }, [ended, openedAt, cache, slug]);
}
