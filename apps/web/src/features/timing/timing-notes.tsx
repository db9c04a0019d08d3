import { type Channel, type ChannelOutlook, type ChannelTiming } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation, type Translation } from '../../locales/translation.js';

interface NotesProps { outlook: ChannelOutlook; timing: ChannelTiming | null; channel: Channel }

/** What must be known to read the page right: where it begins, what it leaves out, what it cannot separate. */
export function TimingNotes({ outlook, timing, channel }: NotesProps): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { slug } = useCurrentOrganisation();
  const sentences = [...sayCut(outlook, translation), ...sayHolidays(timing, translation)];
  const left = sayLeft(outlook, translation);
  if (sentences.length === 0 && left === null) return null;
  const has = (reason: string): boolean => outlook.basis.left.some((one) => one.reason === reason);
  const remedy = has('unknown-paid') ? 'timing.note.declare' : has('no-followers') ? 'timing.note.followers' : null;
  return (
    <section className="timing-notes" aria-label={t('timing.notes')}>
      {sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
      {left !== null && <p>{left} {remedy !== null && <Link to={`/o/${slug}/donnees/canaux/${channel.id}`}>{t(remedy)}</Link>}</p>}
    </section>
  );
}

function sayCut({ basis: { cutAt } }: ChannelOutlook, { t, write }: Translation): string[] {
  return cutAt === null ? [] : [t('timing.note.cut', { day: write.longDay(cutAt) })];
}

/** Only where both sides have their median. */
function sayHolidays(timing: ChannelTiming | null, { t, write }: Translation): string[] {
  if (timing === null) return [];
  const { within, outside } = timing.holidays;
  if (within.median === null || outside.median === null) return [];
  return [t('timing.note.holidays', {
    within: write.exactPeople(within.median), withinPosts: within.posts, outside: write.exactPeople(outside.median), outsidePosts: outside.posts,
  })];
}

const reasons = ['growing', 'deleted', 'story', 'shared-post', 'no-reach', 'no-followers', 'few-followers', 'read-late', 'duplicate', 'unknown-paid', 'paid'] as const;

/** « Ne comptent pas ici : 8 publications qui grandissent encore et 3 supprimées. » Null where all count, or where the whole network counts nobody. */
function sayLeft({ basis: { left }, givesReach }: ChannelOutlook, { t, write }: Translation): string | null {
  if (left.length === 0 || !givesReach) return null;
  const parts = left.filter(({ posts }) => posts > 0).map(({ reason, posts }) => t(`timing.left.${reasons.find((one) => one === reason) ?? 'other'}`, { posts }));
  return parts.length === 0 ? null : t('timing.note.left', { list: write.list(parts) });
}
