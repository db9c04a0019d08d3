import type { Experiment } from '@portee/shared';
import { useCallback } from 'react';
import { useExperiments } from '../../api/experiments.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { sayDrawn } from './say-experiment.js';

/** What was drawn for a planned post. */
export interface DrawnPost { arm: 'level' | 'against'; words: string; experiment: Experiment }

/** What was drawn for planned posts by experiments that are under way; null: nothing, or it is not known yet. */
export function useDrawn(): (postId: string | null) => DrawnPost | null {
  const { locale } = useTranslation();
  const { data } = useExperiments();
  return useCallback((postId) => {
    if (postId === null) return null;
    for (const experiment of data ?? []) {
      const slot = experiment.state === 'under_way' ? experiment.slots.find(({ plannedPostId }) => plannedPostId === postId) : undefined;
      if (slot?.arm) return { arm: slot.arm, words: sayDrawn(experiment, slot.drawn, locale), experiment };
    }
    return null;
  }, [data, locale]);
}
