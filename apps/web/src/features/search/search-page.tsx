import type { SearchResults } from '@portee/shared';
import { useEffect, useRef, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels, useNetworks } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { TextField } from '../../ui/field.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { useChannelNames } from '../../ui/use-channel-names.js';
import { foundGroups } from './found-groups.js';
import { onFoundKey } from './found-keys.js';
import { FoundList } from './found-list.js';
import { LEAST_LETTERS, useSearch } from './search.queries.js';
import { useQuestion } from './use-question.js';
import './search.css';

/** Whatever the organisation published, plans or publishes on, by its words. */
export function SearchPage(): ReactNode {
  const { t } = useTranslation();
  const { name } = useCurrentOrganisation();
  const { typed, asked, type, ask } = useQuestion();
  const found = useSearch(asked);
  const field = useRef<HTMLInputElement>(null);
  useDocumentTitle(asked === '' ? t('search.title') : t('search.document', { question: asked }), name);
  // Whoever comes here comes to write; after the heading, which takes focus at every change of page.
  useEffect(() => { field.current?.focus(); }, []);
  const isLooking = asked.length >= LEAST_LETTERS;
  return (
    <div onKeyDown={onFoundKey}>
      <div className="page-title" aria-busy={isLooking && found.isPlaceholderData}><PageHeading>{t('search.title')}</PageHeading></div>
      <form role="search" className="search-form" onSubmit={(event) => { event.preventDefault(); ask(); }}>
        <TextField
          ref={field} type="search" name="q" label={t('search.label')} hint={t('search.hint')} maxLength={100} autoComplete="off" enterKeyHint="search"
          value={typed} onChange={(event) => { type(event.target.value); }}
        />
      </form>
      {isLooking && <QueryView query={found}>{(results) => <Results results={results} question={asked} isStale={found.isPlaceholderData} />}</QueryView>}
    </div>
  );
}

function Results({ results, question, isStale }: { results: SearchResults; question: string; isStale: boolean }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { slug, today } = useCurrentOrganisation();
  const channelName = useChannelNames(useChannels(slug).data ?? []);
  const networks = useNetworks().data ?? [];
  const networkName = ({ network }: { network: string }): string => networks.find((one) => one.network === network)?.label ?? network;
  const groups = foundGroups(results, { home: `/o/${slug}`, today, question, channelName, networkName, translation });
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  return (
    <div className="search-found" data-stale={isStale}>
      <p role="status" className="quiet">{isStale ? t('search.looking') : total > 0 && t('search.total', { total, question })}</p>
      {total === 0 && !isStale ? <EmptyState title={t('search.none', { question })}>{t(question.includes(' ') ? 'search.none.text' : 'search.none.one')}</EmptyState> : <FoundList groups={groups} question={question} />}
    </div>
  );
}
