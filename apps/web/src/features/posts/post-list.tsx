import type { Channel, NetworkDescriptor, Post } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { NetworkIcon } from '../../ui/network-icon.js';
import { Table, type Column } from '../../ui/table.js';
import { sorts, type Sort } from './post-choices.js';
import { SelectBox } from './select-box.js';
import { excerptOf, postFacts, rateRemarks, sayPublished, sayRate } from './say-post.js';
import { ThemeChips } from './theme-chips.js';
import { useIsNarrow } from './use-is-narrow.js';
import type { Selection } from './use-selection.js';

interface PostListProps {
  posts: readonly Post[];
  channels: readonly Channel[];
  networks: readonly NetworkDescriptor[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** Null: the person may only read. */
  selection: Selection | null;
}

/** A table where there is room, cards elsewhere: never both. */
export function PostList(props: PostListProps): ReactNode {
  return useIsNarrow() ? <PostCards {...props} /> : <PostTable {...props} />;
}

function PostTable({ posts, channels, networks, sort, onSort, selection }: PostListProps): ReactNode {
  const { t } = useTranslation();
  const columns: Column<Post>[] = [
    ...(selection === null ? [] : [{ key: 'select', title: t('themes.select'), isTitleHidden: true, cell: (post: Post) => <ChoosePost post={post} selection={selection} /> }]),
    { key: 'post', title: t('posts.col.post'), isHeading: true, cell: (post) => <PostName post={post} channels={channels} networks={networks} /> },
    { key: 'published', title: t('posts.col.published'), sort: 'publishedAt', cell: (post) => <PostTime post={post} /> },
    { key: 'rate', title: t('posts.col.rate'), sort: 'reachRate', cell: (post) => <PostRate post={post} /> },
    { key: 'reach', title: t('posts.col.reach'), sort: 'reach', align: 'end', cell: ({ reach }) => <Count value={reach} /> },
    { key: 'likes', title: t('posts.col.likes'), sort: 'likes', align: 'end', cell: ({ likes }) => <Count value={likes} /> },
    { key: 'shares', title: t('posts.col.shares'), sort: 'shares', align: 'end', cell: ({ shares }) => <Count value={shares} /> },
  ];
  const sortBy = (column: string, isDescending: boolean): void => {
    // Likes and shares sort from the most down only: the least shared of all posts answer no question.
    const wanted = sorts.find((known) => known === (isDescending ? `-${column}` : column)) ?? sorts.find((known) => known === `-${column}`);
    if (wanted !== undefined) onSort(wanted);
  };
  return <Table caption={t('posts.table', { order: t(`posts.sort.${sort}`).toLocaleLowerCase() })} isCaptionHidden copies columns={columns} rows={posts} keyOf={({ id }) => id} sorting={{ by: sort, onSort: sortBy }} />;
}

function PostCards({ posts, channels, networks, selection }: PostListProps): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  return (
    <ul className="post-cards">
      {posts.map((post) => (
        <li key={post.id} data-choosable={selection !== null}>
          {selection !== null && <ChoosePost post={post} selection={selection} />}
          <PostName post={post} channels={channels} networks={networks} />
          <p className="small quiet">{sayPublished(post, translation)}</p>
          <PostRate post={post} />
          <p className="small figures">
            {[
              ...(post.reach === null ? [] : [t('posts.reach.count', { count: post.reach })]),
              ...(post.likes === null ? [] : [t('posts.likes.count', { count: post.likes })]),
              ...(post.shares === null ? [] : [t('posts.shares.count', { count: post.shares })]),
            ].join('\u00A0· ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

function PostName({ post, channels, networks }: { post: Post } & Pick<PostListProps, 'channels' | 'networks'>): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const channel = channels.find(({ id }) => id === post.channelId);
  const network = networks.find((known) => known.network === channel?.network);
  return (
    <span className="post-name">
      <NetworkIcon network={channel?.network ?? ''} {...(network === undefined ? {} : { label: network.label })} />
      <span>
        <Link to={`/o/${slug}/publications/${post.id}`}>{excerptOf(post.text) ?? t('posts.noText')}</Link>
        <small>{postFacts(post, channel, t).join(', ')}</small>
        <ThemeChips themes={post.themes} />
      </span>
    </span>
  );
}

function ChoosePost({ post, selection }: { post: Post; selection: Selection }): ReactNode {
  const { t } = useTranslation();
  return <SelectBox label={t('themes.select.one', { post: excerptOf(post.text) ?? t('posts.noText') })} isLabelHidden isChecked={selection.has(post)} onToggle={() => { selection.toggle(post); }} />;
}

function PostTime({ post: { localDay, localTime } }: { post: Post }): ReactNode {
  const { write } = useTranslation();
  return <span className="post-day">{write.longDay(localDay)}<small>{write.time(localTime)}</small></span>;
}

function PostRate({ post }: { post: Post }): ReactNode {
  const translation = useTranslation();
  return (
    <span className="post-rate">
      <b data-missing={post.reachRate === null} data-out={post.ineligible !== null}>{sayRate(post.reachRate, translation)}</b>
      {rateRemarks(post, translation.t).map((remark) => <small key={remark}>{remark}</small>)}
    </span>
  );
}

/** A count, or a dash that is read aloud as what it means. */
function Count({ value }: { value: number | null }): ReactNode {
  const { t, write } = useTranslation();
  if (value !== null) return write.number(value);
  return <><span aria-hidden="true">{t('posts.unknown')}</span><span className="visually-hidden">{t('posts.unknown.said')}</span></>;
}
