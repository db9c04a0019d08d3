import { mostSharedTitle, passedOnWords, SHOWN_TEXT, shorten, type Post } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { writeCsv } from '../../format/csv.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { CopyCsv } from '../../ui/copy-csv.js';
import { Table, type Column } from '../../ui/table.js';

/** The posts passed on most for their likes, each with the way to its own page. */
export function MostShared({ posts }: { posts: readonly Post[] }): ReactNode {
  const translation = useTranslation();
  const { t, locale } = translation;
  const title = mostSharedTitle(posts, passedOnWords(locale));
  return (
    <section className="section" aria-labelledby="sharing-posts">
      <header><h2 id="sharing-posts">{title}</h2><p>{t(posts.length === 0 ? 'sharing.most.none' : 'sharing.most.text')}</p></header>
      {posts.length > 0 && (
        <>
          <Table caption={t('sharing.most.caption')} isCaptionHidden narrow="stack" columns={columnsOf(translation)} rows={posts} keyOf={({ id }) => id} />
          <div className="row table-tools no-print"><CopyCsv csv={() => csvOf(posts, translation)} /></div>
        </>
      )}
    </section>
  );
}

function columnsOf({ t, write }: Translation): Column<Post>[] {
  const count = (value: number | null): string => (value === null ? t('sharing.unknown') : write.number(value, 0));
  return [
    { key: 'post', title: t('sharing.col.post'), isHeading: true, cell: (post) => <PostLink post={post} /> },
    { key: 'day', title: t('sharing.col.published'), cell: ({ localDay }) => <span className="sharing-day">{write.longDay(localDay)}</span> },
    { key: 'shares', title: t('sharing.col.shares'), align: 'end', cell: ({ shares }) => <b>{count(shares)}</b> },
    { key: 'likes', title: t('sharing.col.likes'), align: 'end', cell: ({ likes }) => count(likes) },
  ];
}

function PostLink({ post: { id, text, format, paid, isFinal } }: { post: Post }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const line = text?.replace(/\s+/gu, ' ').trim() ?? '';
  const facts = [...(format === null ? [] : [t(`sharing.format.${format}`)]), ...(paid === true ? [t('sharing.isPaid')] : []), ...(isFinal ? [] : [t('sharing.growing')])];
  return <span className="sharing-post"><Link to={`/o/${slug}/publications/${id}`}>{line === '' ? t('sharing.noText') : shorten(line, SHOWN_TEXT)}</Link><small>{facts.join(', ')}</small></span>;
}

function csvOf(posts: readonly Post[], { t }: Translation): string {
  const cell = (value: number | null): string => (value === null ? '' : String(value));
  return writeCsv([
    [t('sharing.col.published'), t('sharing.col.post'), t('sharing.col.format'), t('sharing.col.shares'), t('sharing.col.likes')],
    ...posts.map(({ localDay, text, format, shares, likes }) => [localDay, text ?? '', format ?? '', cell(shares), cell(likes)]),
  ]);
}
