import type { ColumnMapping, DecideImport, ImportView } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { read, send } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationKeys, organisationPath } from '../../api/organisation.queries.js';

/** How often a file under way is asked about. */
const ASK_EVERY_MS = 700;

export function useImports(): UseQueryResult<ImportView[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({
    queryKey: importsKey(slug),
    queryFn: ({ signal }) => read('imports', organisationPath(slug, '/imports'), signal),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? ASK_EVERY_MS * 3 : false),
  });
}

/** One import, asked about again and again until it waits for a person or has come to its end. */
export function useImport(importId: string): UseQueryResult<ImportView> {
  const { slug } = useCurrentOrganisation();
  const query = useQuery({
    queryKey: importKey(slug, importId),
    queryFn: ({ signal }) => read('import', importPath(slug, importId), signal),
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? ASK_EVERY_MS : false),
  });
  useForgetOnceApplied(query.data);
  return query;
}

export function useMapImport(importId: string): UseMutationResult<ImportView, Error, ColumnMapping> {
  const { slug } = useCurrentOrganisation();
  return useImportChange(importId, (body: ColumnMapping) => send('POST', `${importPath(slug, importId)}/mapping`, { answer: 'import', body }));
}

export function useDecideImport(importId: string): UseMutationResult<ImportView, Error, DecideImport> {
  const { slug } = useCurrentOrganisation();
  return useImportChange(importId, (body: DecideImport) => send('POST', `${importPath(slug, importId)}/decision`, { answer: 'import', body }));
}

export function useUndoImport(importId: string): UseMutationResult<ImportView, Error, void> {
  const { slug } = useCurrentOrganisation();
  return useImportChange(importId, () => send('DELETE', importPath(slug, importId), { answer: 'import' }));
}

export function isUnderWay({ state }: ImportView): boolean {
  return state === 'waiting' || state === 'reading';
}

export function importsKey(slug: string): readonly string[] {
  return [...organisationKeys.all(slug), 'imports'];
}

function importKey(slug: string, importId: string): readonly string[] {
  return [...importsKey(slug), importId];
}

function importPath(slug: string, importId: string): string {
  return organisationPath(slug, `/imports/${encodeURIComponent(importId)}`);
}

function useImportChange<Input>(importId: string, change: (input: Input) => Promise<ImportView>): UseMutationResult<ImportView, Error, Input> {
  const cache = useQueryClient();
  const { slug } = useCurrentOrganisation();
  return useMutation({
    mutationFn: change,
    onSuccess: (view) => {
      cache.setQueryData(importKey(slug, importId), view);
      void cache.invalidateQueries({ queryKey: organisationKeys.all(slug) });
    },
  });
}

/** Once a file has been applied, every figure read before is out of date; a small file may be applied before its page opens. */
function useForgetOnceApplied(view: ImportView | undefined): void {
  const cache = useQueryClient();
  const { slug } = useCurrentOrganisation();
  const before = useRef<ImportView['state'] | null>(null);
  const state = view?.state ?? null;
  useEffect(() => {
    if (state === 'applied' && before.current !== 'applied') void cache.invalidateQueries({ queryKey: organisationKeys.all(slug) });
    before.current = state;
  }, [state, cache, slug]);
}
