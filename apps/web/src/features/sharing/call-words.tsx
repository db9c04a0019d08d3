import { may } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAnalysisSettings } from '../../api/analysis.queries.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation, type Translation } from '../../locales/translation.js';

/** Phrases that are all named; of more, so many and the number of the others. */
const MOST_NAMED = 20;

/** « Portée compte comme appel au partage : … » The words that were counted, and the way to where a team changes them. */
export function CallWords(): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { slug, role } = useCurrentOrganisation();
  const settings = useAnalysisSettings();
  if (settings.data === undefined) return null;
  const { isDefault, phrases } = settings.data.shareCalls;
  const list = sayPhrases(phrases, translation);
  return (
    <p className="note quiet">
      {t(isDefault ? 'sharing.called.ofPortee' : 'sharing.called.ofTeam', { list })}{' '}
      <Link to={`/o/${slug}/reglages#appels`}>{t(may(role, 'manageAnalysis') ? 'sharing.called.change' : 'sharing.called.see')}</Link>
    </p>
  );
}

function sayPhrases(phrases: readonly string[], { t, write }: Translation): string {
  const named = phrases.length > MOST_NAMED ? phrases.slice(0, MOST_NAMED - 1) : phrases;
  const others = phrases.length - named.length;
  return write.list([...named.map((phrase) => t('sharing.called.phrase', { phrase })), ...(others > 0 ? [t('sharing.called.others', { count: others })] : [])]);
}
