import { toPostCurve, type Channel, type NetworkDescriptor, type PostDetail } from '@portee/shared';
import { lazy, Suspense, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useOwnClock } from '../../api/own-clock.js';
import { useChannels, useNetworks } from '../../api/organisation.queries.js';
import { usePost } from '../../api/outlook.queries.js';
import { sayWhen } from '../../format/instants.js';
import { useTranslation } from '../../locales/translation.js';
import { BackLink } from '../../ui/back-link.js';
import { ButtonLink } from '../../ui/button.js';
import { NetworkIcon } from '../../ui/network-icon.js';
import { Explained } from '../../ui/explain.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { LoadingState } from '../../ui/states.js';
import { PostFigures } from './post-figures.js';
import { PostPlan } from './post-plan.js';
import { PostSpend } from './post-spend.js';
import { PostThemes } from './post-themes.js';
import { postStanding } from '../../ui/standing/post-standing.js';
import { postFacts, sayPublished } from './say-post.js';
import { sayStanding, sayStandingTitle } from '../../ui/standing/say-standing.js';
import { whyOut } from './why-out.js';
import './posts.css';

/** The chart library comes in a file of its own, after the sentences stand. */
const PostCurve = lazy(async () => ({ default: (await import('./post-curve.js')).PostCurve }));

/** One post: its finding, how it grew, how it stands, its figures, its text. */
export function PostPage(): ReactNode {
  const { postId = '' } = useParams();
  return <QueryView query={usePost(postId)}>{(detail) => <OnePost detail={detail} />}</QueryView>;
}

function OnePost({ detail }: { detail: PostDetail }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { slug, name } = useCurrentOrganisation();
  const channels = useChannels(slug);
  const networks = useNetworks();
  const { post } = detail;
  useDocumentTitle(t('post.document', { day: write.longDay(post.localDay) }), name);
  const channel = channels.data?.find(({ id }) => id === post.channelId);
  const network = networks.data?.find((known) => known.network === channel?.network);
  // « 10 octobre 2026 à 11 h 09 · La Remise · Photo · Sponsorisée »
  const facts = [sayPublished(post, translation), ...postFacts(post, channel, t)].join('\u00A0· ');
  return (
    <>
      <PostHeading detail={detail} facts={facts} channel={channel} network={network} />
      <div className="post-columns">
        <div>
          <Growth detail={detail} facts={facts} />
          <Standing detail={detail} />
        </div>
        <aside aria-labelledby="post-text">
          <h2 id="post-text">{t('post.text')}</h2>
          <p className="post-text">{post.text === null || post.text.trim() === '' ? t('posts.noText') : post.text}</p>
          {post.url !== null && /^https?:\/\//u.test(post.url) && <p className="note"><a href={post.url} target="_blank" rel="noreferrer">{t('post.seeOnline', { network: network?.label ?? '' })}</a></p>}
          <PostPlan post={post} />
          <PostThemes post={post} />
          {network?.hasPaidPush === true && post.paid !== false && <PostSpend post={post} />}
        </aside>
      </div>
      <PostFigures detail={detail} />
    </>
  );
}

/** How the post grew. One reading alone is told, not drawn; without a rate there is nothing to tell. */
function Growth({ detail, facts }: { detail: PostDetail; facts: string }): ReactNode {
  const { t } = useTranslation();
  const { points } = toPostCurve(detail);
  const [first] = points;
  if (first === undefined) return null;
  return (
    <section className="post-curve" aria-labelledby="post-curve">
      <h2 id="post-curve">{t('post.curve')}</h2>
      {points.length === 1
        ? <p className="note quiet">{t('post.curve.oneReading', { days: Math.floor(first.ageDays) })}</p>
        : <Suspense fallback={<LoadingState />}><PostCurve detail={detail} facts={facts} /></Suspense>}
    </section>
  );
}

interface HeadingProps { detail: PostDetail; facts: string; channel: Channel | undefined; network: NetworkDescriptor | undefined }

function PostHeading({ detail, facts, channel, network }: HeadingProps): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { slug } = useCurrentOrganisation();
  const clock = useOwnClock(channel?.timeZone);
  const { post } = detail;
  return (
    <div className="page-title">
      <BackLink to={`/o/${slug}/publications`}>{t('post.back')}</BackLink>
      <PageHeading>{sayStandingTitle(postStanding(detail), translation)}</PageHeading>
      <p className="post-facts"><NetworkIcon network={channel?.network ?? ''} {...(network === undefined ? {} : { label: network.label })} /><span>{facts}</span></p>
      <p className="small">{t('post.read', { when: sayWhen(post.observedAt, { ...clock, translation }) })}</p>
    </div>
  );
}

/** Against the usual in words, then what keeps it out of the medians and what to do about it. */
function Standing({ detail }: { detail: PostDetail }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { slug } = useCurrentOrganisation();
  const { post, usual, finalAgeDays } = detail;
  const standing = postStanding(detail);
  const out = whyOut(post);
  const sentence = sayStanding(standing, finalAgeDays, translation);
  const isCompared = standing.kind === 'above' || standing.kind === 'below' || standing.kind === 'usual';
  return (
    <section className="post-standing" aria-labelledby="post-standing">
      <Explained word="typical" what={t('post.standing.title')}><h2 id="post-standing">{t('post.standing.title')}</h2></Explained>
      {sentence !== null && <p>{sentence}</p>}
      {isCompared && <p className="note quiet">{t('post.standing.basis', { posts: usual.posts })}</p>}
      {post.paid === true && <p className="note">{t(post.reach === null ? 'post.standing.paidViews' : 'post.standing.paid')}</p>}
      {post.followersEstimated && <p className="note">{t('post.standing.estimated')}</p>}
      {out !== null && (
        <div className="post-out">
          <h3>{t('post.out.title')}</h3>
          <p className="note">{t(`post.out.${out}`)}</p>
          {out === 'no-followers' && <ButtonLink to={`/o/${slug}/donnees/canaux/${post.channelId}#abonnes`}>{t('post.out.no-followers.do')}</ButtonLink>}
        </div>
      )}
    </section>
  );
}
