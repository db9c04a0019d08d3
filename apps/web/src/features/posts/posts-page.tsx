import { may, type PostPage } from '@portee/shared';
import type { InfiniteData } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels, useNetworks } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Failure } from '../../ui/failure.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { ShowMore } from '../../ui/show-more.js';
import { EmptyState, LoadingState } from '../../ui/states.js';
import { isNarrowed, withoutFilters, writeChoices, type PostChoices } from './post-choices.js';
import { PostList } from './post-list.js';
import { PostsFilters } from './posts-filters.js';
import { usePosts } from './posts.queries.js';
import { SelectionBar, ToThemes } from './selection-bar.js';
import { useThemes } from '../../api/themes.queries.js';
import { usePostChoices } from './use-post-choices.js';
import { useSelection } from './use-selection.js';
import './posts.css';

/** Every post, looked for, sorted, and each with how many people it reached. */
export function PostsPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name } = useCurrentOrganisation();
  useDocumentTitle(t('posts.document'), name);
  const { choices, choose } = usePostChoices();
  const posts = usePosts(choices);
  const channels = useChannels(slug);
  const themes = useThemes();
  const total = posts.data?.pages[0]?.total;
  const title = useSettled(total === undefined ? t('posts.document') : t(isNarrowed(choices) ? 'posts.title.found' : 'posts.title.all', { total }), posts.isPlaceholderData);
  if (total === 0 && !isNarrowed(choices)) return <NoPosts />;
  return (
    <>
      <div className="page-title" aria-busy={posts.isPlaceholderData}>
        <PageHeading>{title}</PageHeading>
      </div>
      <PostsFilters choices={choices} channels={channels.data ?? []} themes={themes.data ?? []} onChoose={choose} />
      {posts.error !== null && posts.data === undefined && <Failure error={posts.error} onRetry={() => { void posts.refetch(); }} />}
      {posts.isPending && <LoadingState />}
      {posts.data !== undefined && <Found data={posts.data} posts={posts} choices={choices} choose={choose} />}
    </>
  );
}

/** What was said last, while what is to be said is still being fetched: the number of other posts must not be told of these. */
function useSettled(said: string, isFetching: boolean): string {
  const [settled, settle] = useState(said);
  if (!isFetching && settled !== said) settle(said);
  return isFetching ? settled : said;
}

interface FoundProps {
  data: InfiniteData<PostPage>;
  posts: Pick<ReturnType<typeof usePosts>, 'isFetchingNextPage' | 'isPlaceholderData' | 'fetchNextPage' | 'error'>;
  choices: PostChoices;
  choose: (changed: Partial<PostChoices>) => void;
}

function Found({ data, posts, choices, choose }: FoundProps): ReactNode {
  const { t } = useTranslation();
  const { slug, role } = useCurrentOrganisation();
  const channels = useChannels(slug);
  const networks = useNetworks();
  const items = data.pages.flatMap((page) => page.items);
  const total = data.pages.at(-1)?.total ?? 0;
  const selection = useSelection(items, writeChoices({ ...choices, sort: '-publishedAt' }, new URLSearchParams()).toString());
  const mayTag = may(role, 'tagPosts');
  if (total === 0) {
    return (
      <div className="state" role="status">
        <p>{t('posts.noResult')}</p>
        <Button onClick={() => { choose(withoutFilters(choices)); }}>{t('posts.clear')}</Button>
      </div>
    );
  }
  const onMore = (): void => { void posts.fetchNextPage(); };
  return (
    <div className="posts-found" data-stale={posts.isPlaceholderData}>
      {mayTag ? <SelectionBar selection={selection} shown={items.length} /> : <div className="selection-bar"><ToThemes /></div>}
      <PostList posts={items} channels={channels.data ?? []} networks={networks.data ?? []} sort={choices.sort} onSort={(sort) => { choose({ sort }); }} selection={mayTag ? selection : null} />
      {posts.error !== null && <Failure error={posts.error} onRetry={onMore} />}
      <ShowMore shown={items.length} total={total} isBusy={posts.isFetchingNextPage} onMore={onMore} />
    </div>
  );
}

function NoPosts(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  return (
    <EmptyState
      heading={<PageHeading>{t('posts.title.none')}</PageHeading>}
      action={<ButtonLink kind="act" to={`/o/${slug}/donnees/importer`}>{t('posts.none.do')}</ButtonLink>}
    >
      {t('posts.none.text')}
    </EmptyState>
  );
}
