import { shorten, type RecommendationEvidence } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../button.js';
import { sayPeopleShort } from './say-people.js';

/** Posts in sight before somebody asks for all of them. */
const FIRST = 5;
const SHOWN_TEXT = 70;

interface CountedProps { posts: RecommendationEvidence['posts']; total: number }

/** Every post that was counted, with the way to it; the most recent first. */
export function CountedPosts({ posts, total }: CountedProps): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { slug } = useCurrentOrganisation();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? posts : posts.slice(0, FIRST);
  return (
    <>
      <ul className="evidence-posts">
        {shown.map(({ id, localDay, text, rate }) => {
          const day = write.longDay(localDay);
          const excerpt = shorten((text ?? '').replaceAll(/\s+/gu, ' ').trim(), SHOWN_TEXT);
          return (
            <li key={id}>
              <Link to={`/o/${slug}/publications/${id}`}>{excerpt === '' ? t('evidence.posts.noText', { day }) : excerpt}</Link>
              <span className="quiet">{t('evidence.posts.detail', { day, people: sayPeopleShort(rate, translation) })}</span>
            </li>
          );
        })}
      </ul>
      {shown.length < posts.length && <Button kind="plain" onClick={() => { setWhole(true); }}>{t(posts.length < total ? 'evidence.posts.more' : 'evidence.posts.all', { posts: posts.length })}</Button>}
      {isWhole && posts.length < total && <p className="small quiet">{t('evidence.posts.some', { shown: posts.length, posts: total })}</p>}
    </>
  );
}
