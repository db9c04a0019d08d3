import type { AnalysisSettings, UpdateAnalysisSettings } from '@portee/shared';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { analysisKey } from '../../api/analysis.queries.js';
import { send } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationKeys, organisationPath } from '../../api/organisation.queries.js';

const DOOR = '/insights/settings';

export function useUpdateAnalysis(): UseMutationResult<AnalysisSettings, Error, UpdateAnalysisSettings> {
  return useChange((slug, body) => send('PUT', organisationPath(slug, DOOR), { answer: 'analysisSettings', body }));
}

/** The periods of an iCalendar file take the place of the list. */
export function useImportCalendar(): UseMutationResult<AnalysisSettings, Error, File> {
  return useChange((slug, file) => {
    const body = new FormData();
    body.set('file', file);
    return send('POST', organisationPath(slug, `${DOOR}/calendar`), { answer: 'analysisSettings', body });
  });
}

/** What is concluded from figures moves with these settings: all that was read of the organisation is read again. */
function useChange<Input>(change: (slug: string, input: Input) => Promise<AnalysisSettings>): UseMutationResult<AnalysisSettings, Error, Input> {
  const cache = useQueryClient();
  const { slug } = useCurrentOrganisation();
  return useMutation({
    mutationFn: (input: Input) => change(slug, input),
    onSuccess: (settings) => {
      cache.setQueryData(analysisKey(slug), settings);
      void cache.invalidateQueries({ queryKey: organisationKeys.all(slug) });
    },
  });
}
