import { adviceWords, sayUnusual, shorten, type ChannelOutlook, type Recommendation } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { usePost } from '../../api/outlook.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { AdviceCard } from '../../ui/advice/advice-card.js';

/** The most out of the ordinary are named, no more. */
const MOST_EXCEPTIONAL = 3;
const SHOWN_TEXT = 70;

interface MovementProps { outlook: ChannelOutlook; record: Recommendation; place: string }

/** How the main channel's reach moves: the jump rather than the line, and beside it what is out of the ordinary. */
export function Movement({ outlook, record, place }: MovementProps): ReactNode {
  const translation = useTranslation();
  const unusual = sayUnusual(outlook, adviceWords(translation.locale));
  const exceptional = outlook.exceptional.toSorted((a, b) => Math.abs(Math.log(b.times)) - Math.abs(Math.log(a.times))).slice(0, MOST_EXCEPTIONAL);
  return (
    <section className="section" aria-labelledby="movement">
      <header><h2 id="movement">{translation.t('lessons.movement')}</h2></header>
      <AdviceCard outlook={outlook} record={record} place={place} />
      {(unusual !== null || exceptional.length > 0) && (
        <div className="advice">
          <h3 className="advice-aside">{translation.t('lessons.unusual.title')}</h3>
          <div className="advice-body">
            {unusual !== null && <p>{unusual}</p>}
            {exceptional.length > 0 && <Exceptional posts={exceptional} />}
          </div>
        </div>
      )}
    </section>
  );
}

function Exceptional({ posts }: { posts: ChannelOutlook['exceptional'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('lessons.exceptional', { posts: posts.length })}</p>
      <ul className="evidence-posts note">{posts.map((post) => <ExceptionalPost key={post.postId} {...post} />)}</ul>
    </>
  );
}

/** Named by its text once that is read; its day stands in where it has none. */
function ExceptionalPost({ postId, times }: ChannelOutlook['exceptional'][number]): ReactNode {
  const { t, write } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const post = usePost(postId).data?.post;
  if (post === undefined) return null;
  const day = write.longDay(post.localDay);
  const text = shorten((post.text ?? '').replaceAll(/\s+/gu, ' ').trim(), SHOWN_TEXT);
  const written = write.number(times >= 1 ? times : 1 / times);
  return (
    <li>
      <Link to={`/o/${slug}/publications/${postId}`}>{text === '' ? t('evidence.posts.noText', { day }) : text}</Link>
      <span className="quiet">{day}, {t(times >= 1 ? 'lessons.exceptional.more' : 'lessons.exceptional.fewer', { times: written })}</span>
    </li>
  );
}
