import { addDays, may, type PlanEntry, type Post, type PostLink } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { usePlanCalendar } from '../../api/plan-calendar.queries.js';
import { usePostLinks } from '../../api/plan-links.queries.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { FormFailure } from '../../ui/form-failure.js';
import { free, planOf, type SaidOfPost } from '../../ui/links/link-acts.js';
import { useLinking } from '../../ui/links/use-linking.js';

/** What is planned further from a post than this is told without its name. */
const DAYS_AROUND = 31;

/** What a post was planned for; nothing where nothing is planned on its channel around it, or as long as nobody knows. */
export function PostPlan({ post }: { post: Post }): ReactNode {
  const { t } = useTranslation();
  const span = { from: addDays(post.localDay, -DAYS_AROUND), to: addDays(post.localDay, DAYS_AROUND), channelId: post.channelId };
  const link = usePostLinks(span).data?.find(({ postId }) => postId === post.id);
  const entries = usePlanCalendar(span).data?.entries.filter(({ channelId }) => channelId === post.channelId);
  if (link === undefined || entries === undefined || (link.how === null && entries.length === 0)) return null;
  const entry = entries.find(({ key }) => key === link.entry);
  return (
    <section className="post-plan" aria-labelledby="post-plan">
      <h2 id="post-plan">{t('post.plan.title')}</h2>
      <Planned link={link} entry={entry} />
    </section>
  );
}

function Planned({ link, entry }: { link: PostLink; entry: PlanEntry | undefined }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { slug, role } = useCurrentOrganisation();
  const linking = useLinking();
  const said = may(role, 'planPosts') ? saidOf(link, entry) : null;
  return (
    <>
      <p className="note">{sayPlanned(link, entry, translation)}</p>
      <FormFailure error={linking.failure} />
      {entry !== undefined && <p className="note"><Link to={`/o/${slug}/plan?semaine=${entry.day}`}>{t('post.plan.see')}</Link></p>}
      {said !== null && <Button kind="plain" isBusy={linking.isBusy} onClick={() => { linking.act(free(said), { said: t('filled.done.forgotten') }); }}>{t('filled.forget')}</Button>}
    </>
  );
}

/** What somebody said of it, where it can be taken back and said again. */
function saidOf({ postId, how, version }: PostLink, entry: PlanEntry | undefined): SaidOfPost | null {
  if (how === 'none') return { postId, version, plan: null };
  return how === 'hand' && entry !== undefined ? { postId, version, plan: planOf(entry) } : null;
}

function sayPlanned({ how }: PostLink, entry: PlanEntry | undefined, { t, write }: Translation): string {
  if (how === 'none') return t('post.plan.saidNone');
  if (how === null) return t('post.plan.unplanned');
  return entry === undefined ? t('post.plan.handFar') : t(`post.plan.${how}`, { title: entry.title, day: write.weekday(entry.day), time: write.time(entry.time) });
}
