import { shorten, type PlanEntry, type PlanFate } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { usePost } from '../../api/outlook.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { QueryView } from '../../ui/query-view.js';
import { FilledForm } from './filled-form.js';
import { seenFate } from './fates.js';
import './filled.css';

const SHOWN_TEXT = 120;

interface FilledProps { entry: PlanEntry; fate: PlanFate | undefined; mayCorrect: boolean; onClose: () => void }

/** What was published for an entry of the calendar, and the way to correct it; nothing as long as it is to come. */
export function FilledPart({ entry, fate, mayCorrect, onClose }: FilledProps): ReactNode {
  const { t } = useTranslation();
  const { today } = useCurrentOrganisation();
  if (fate === undefined || seenFate(fate, { day: entry.day, today }) === null) return null;
  return (
    <section className="filled" aria-labelledby="filled">
      <h3 id="filled">{t('filled.title')}</h3>
      {fate.postId === null || fate.how === null ? <Unfilled fate={fate} /> : <FilledBy postId={fate.postId} how={fate.how} />}
      {mayCorrect && <FilledForm entry={entry} fate={fate} onClose={onClose} />}
    </section>
  );
}

function Unfilled({ fate: { state, until } }: { fate: PlanFate }): ReactNode {
  const { t, write } = useTranslation();
  if (state === 'missed') return <p>{t('filled.missed')}</p>;
  return <p>{until === null ? t('filled.neverRead') : t('filled.awaited', { day: write.weekday(until) })}</p>;
}

function FilledBy({ postId, how }: { postId: string; how: NonNullable<PlanFate['how']> }): ReactNode {
  const { t, write } = useTranslation();
  const { slug } = useCurrentOrganisation();
  return (
    <QueryView query={usePost(postId)}>
      {({ post: { localDay, localTime, text } }) => (
        <>
          <p>{t(`filled.${how}`, { day: write.weekday(localDay), time: write.time(localTime) })}</p>
          <p className="note"><Link to={`/o/${slug}/publications/${postId}`}>{text === null || text.trim() === '' ? t('posts.noText') : shorten(text.replaceAll(/\s+/gu, ' ').trim(), SHOWN_TEXT)}</Link></p>
        </>
      )}
    </QueryView>
  );
}
