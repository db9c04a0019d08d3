import type { ImportView } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

/** Reason kept by the server when a person gave the file up. */
export const GIVEN_UP = 'refused-by-person';

/** The import's page title: what has become of the file, as a sentence. */
export function sayImportTitle({ state, rows, outcome, refusal }: ImportView, t: Translation['t']): string {
  switch (state) {
    case 'waiting': return t('import.title.waiting');
    case 'reading': return t('import.title.reading');
    case 'needs-mapping': return t('import.title.mapping');
    case 'needs-decision': return t('import.title.decision', { rejected: rows.rejected });
    case 'applied': return sayApplied(outcome, t);
    case 'refused': return t(refusal?.reason === GIVEN_UP ? 'import.title.givenUp' : 'import.title.refused');
    case 'failed': return t('import.title.failed');
    case 'undone': return t('import.title.undone');
  }
}

/** Known posts to which the file added figures: the server counts every known one, and apart those it found unchanged. */
export function updatedPosts({ postsKnown, unchanged }: NonNullable<ImportView['outcome']>): number {
  return Math.max(0, postsKnown - unchanged);
}

function sayApplied(outcome: ImportView['outcome'], t: Translation['t']): string {
  const posts = outcome === null ? 0 : outcome.postsNew + updatedPosts(outcome);
  if (posts > 0) return t('import.title.applied', { posts });
  const days = outcome?.channelDaysNew ?? 0;
  return days > 0 ? t('import.title.days', { days }) : t('import.title.unchanged');
}
