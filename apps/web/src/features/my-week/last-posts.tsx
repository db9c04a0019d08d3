import { excerptAround, type Post, type PostDetail } from '@portee/shared';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Explained } from '../../ui/explain.js';
import { QueryView } from '../../ui/query-view.js';
import { postStanding } from '../../ui/standing/post-standing.js';
import { sayStanding, sayStandingTitle } from '../../ui/standing/say-standing.js';
import { useChannelNames } from '../../ui/use-channel-names.js';
import { chosenPosts } from './chosen-posts.js';
import { useLastPosts, usePostsAgainstUsual } from './my-week.queries.js';

/** What was published last, each against what is usual on its channel. */
export function LastPosts(): ReactNode {
  const { t } = useTranslation();
  const title = t('week.last.title');
  return (
    <section className="section" aria-labelledby="week-last">
      <header><Explained word="typical" what={title}><h2 id="week-last">{title}</h2></Explained></header>
      <QueryView query={useLastPosts()}>{({ items }) => (items.length === 0 ? <p className="quiet">{t('week.last.none')}</p> : <Posts posts={chosenPosts(items)} />)}</QueryView>
    </section>
  );
}

function Posts({ posts }: { posts: readonly Post[] }): ReactNode {
  const { slug } = useCurrentOrganisation();
  const channelName = useChannelNames(useChannels(slug).data ?? []);
  const details = usePostsAgainstUsual(posts.map(({ id }) => id));
  return <ul className="my-week-list">{posts.map((post, index) => <Published key={post.id} post={post} channel={channelName(post.channelId)} detail={details[index]} />)}</ul>;
}

function Published({ post: { id, text, localDay }, channel, detail }: { post: Post; channel: string; detail: UseQueryResult<PostDetail> | undefined }): ReactNode {
  const { t, write } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const excerpt = excerptAround(text ?? '', [], 90);
  return (
    <li>
      <p className="my-week-when"><b>{write.shortDay(localDay)}</b> {channel}</p>
      <div>
        <h3><Link to={`/o/${slug}/publications/${id}`}>{excerpt === '' ? t('posts.noText') : excerpt}</Link></h3>
        {detail !== undefined && <QueryView query={detail}>{(known) => <Standing detail={known} />}</QueryView>}
      </div>
    </li>
  );
}

function Standing({ detail }: { detail: PostDetail }): ReactNode {
  const translation = useTranslation();
  const standing = postStanding(detail);
  const figures = sayStanding(standing, detail.finalAgeDays, translation);
  return <p className="note"><b>{sayStandingTitle(standing, translation)}.</b>{figures !== null && <> {figures}</>}</p>;
}
