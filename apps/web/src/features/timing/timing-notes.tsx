import { adviceWords, sayWhen, type Channel, type ChannelOutlook, type ChannelTiming } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { sayLeft } from '../../ui/advice/say-evidence.js';

interface NotesProps { outlook: ChannelOutlook; timing: ChannelTiming | null; channel: Channel }

/** What must be known to read the page right: where it begins, what it cannot separate, what it leaves out. */
export function TimingNotes({ outlook, timing, channel }: NotesProps): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { slug } = useCurrentOrganisation();
  const sentences = [...sayCut(outlook, translation), ...sayWarnings(outlook, translation), ...sayHolidays(timing, translation)];
  const left = outlook.givesReach ? sayLeft(outlook.basis, translation) : null;
  if (sentences.length === 0 && left === null) return null;
  const has = (reason: string): boolean => outlook.basis.left.some((one) => one.reason === reason);
  const remedy = has('unknown-paid') ? 'timing.note.declare' : has('no-followers') ? 'timing.note.followers' : null;
  return (
    <section className="timing-notes" aria-label={t('timing.notes')}>
      {sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
      {left !== null && <p>{left}{remedy !== null && <> <Link to={`/o/${slug}/donnees/canaux/${channel.id}`}>{t(remedy)}</Link></>}</p>}
    </section>
  );
}

function sayCut({ basis: { cutAt } }: ChannelOutlook, { t, write }: Translation): string[] {
  return cutAt === null ? [] : [t('timing.note.cut', { day: write.longDay(cutAt) })];
}

/** What of hours and days cannot be told from something else. */
function sayWarnings({ warnings }: ChannelOutlook, { t, locale }: Translation): string[] {
  return warnings.flatMap((warning) => {
    if (warning.kind === 'series-slot') return [t('timing.note.slot')];
    if (warning.kind !== 'crossing') return [];
    const sides = [{ dimension: warning.dimension, level: warning.level }, { dimension: warning.otherDimension, level: warning.otherLevel }] as const;
    if (!sides.some(({ dimension }) => dimension === 'hour_band' || dimension === 'weekday')) return [];
    const words = adviceWords(locale);
    return [t('timing.note.crossing', { when: sayWhen(sides[0], words), other: sayWhen(sides[1], words) })];
  });
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
