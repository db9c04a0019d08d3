import type { AgendaEvent, PlanEntry, PlannedPost } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useCalendarAct } from '../../api/plan-calendar.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { showRefused } from '../../ui/field.js';
import { useToast } from '../../ui/toast.js';
import { draftFor } from './agenda-draft.js';
import { removePost } from './calendar-acts.js';
import type { CalendarShared } from './calendar-desk.js';
import { ConflictNotice } from './conflict-notice.js';
import { DrawnMark } from './drawn-mark.js';
import { EnterExperiment } from './enter-experiment.js';
import { FormFailure } from '../../ui/form-failure.js';
import { frozenOf, type PostDraft, PostFields, type PostRefusal, readPost, refusePost } from './post-fields.js';
import { useConflict } from './use-conflict.js';
import { useDrawn } from './use-drawn.js';
import { useIsFrozen } from './use-is-frozen.js';

interface PostFormProps {
  /** Null: a new one. */
  post: PlannedPost | null;
  /** The occurrence whose place a new one takes; null: none. */
  instead: PlanEntry | null;
  /** The event of the centre's agenda that a new one is for; null: none. */
  event?: AgendaEvent | null;
  shared: CalendarShared;
  onClose: () => void;
}

/** One post that somebody means to publish: to be written, or written anew. */
export function PostForm({ post, instead, event = null, shared, onClose }: PostFormProps): ReactNode {
  const { t, write } = useTranslation();
  const { today } = useCurrentOrganisation();
  const toast = useToast();
  const keep = useCalendarAct<PlannedPost>();
  const [base, setBase] = useState(post);
  const [refusal, setRefusal] = useState<PostRefusal | null>(null);
  const conflict = useConflict((doors) => doors.readPost(post?.id ?? ''));
  const theirs = conflict.theirs?.thing ?? null;
  const fills = { appointmentId: (base ?? instead)?.appointmentId ?? null, appointmentDay: (base ?? instead)?.appointmentDay ?? null };
  const drawn = useDrawn()(post?.id ?? null);
  const isFrozen = useIsFrozen(drawn, base);
  const draft = base ?? draftOf({ instead, event }, shared, today);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const written = { ...readPost(new FormData(event.currentTarget), draft.channelId), ...(isFrozen ? frozenOf(draft) : {}) };
    const refused = refusePost(written);
    showRefused(event.currentTarget, () => { setRefusal(refused); });
    if (refused !== null) return;
    keep.mutate((doors) => (base === null ? doors.createPost({ ...written, ...fills }) : doors.updatePost(base.id, { ...written, ...fills, version: (theirs ?? base).version })), {
      onSuccess: () => { onClose(); toast(t('calendar.done.post')); }, onError: conflict.onRefused,
    });
  };
  const onTakeTheirs = (): void => { setBase(theirs); conflict.settle(); keep.reset(); };
  return (
    <form key={base?.version} className="form" onSubmit={onSubmit} noValidate>
      {theirs === null ? <FormFailure error={conflict.failure ?? keep.error} /> : <ConflictNotice isBusy={keep.isPending} onTakeTheirs={onTakeTheirs} />}
      {event !== null && <p>{t('agenda.post.for', { title: event.title, day: write.weekday(event.day) })}</p>}
      {instead !== null && <p>{t('calendar.post.instead', { title: instead.title })}</p>}
      {drawn !== null && <DrawnMark drawn={drawn}>{t(isFrozen ? 'experiment.note.after' : 'experiment.note.before')}</DrawnMark>}
      {drawn === null && base !== null && <EnterExperiment post={base} onEntered={onClose} />}
      <PostFields draft={draft} theirs={theirs} refusal={refusal} shared={shared} isChannelFixed={fills.appointmentId !== null || drawn !== null} isFrozen={isFrozen} />
      <div className="row">
        <Button kind="act" type="submit" isBusy={keep.isPending}>{t(base === null ? 'calendar.post.plan' : 'plan.line.save')}</Button>
        {base !== null && <Button kind="plain" isBusy={keep.isPending || shared.undoing.isBusy} onClick={() => { shared.undoing.act(removePost(base.id), { said: t('calendar.done.postRemoved') }); onClose(); }}>{t('calendar.post.remove')}</Button>}
        <Button kind="plain" onClick={onClose}>{t('plan.cancel')}</Button>
      </div>
    </form>
  );
}

/** What a new one begins with. */
function draftOf({ instead, event }: { instead: PlanEntry | null; event: AgendaEvent | null }, { channels }: CalendarShared, today: string): PostDraft {
  if (instead !== null) return { ...instead, themeId: instead.theme?.id ?? null };
  return { channelId: (channels.find(({ isMain }) => isMain) ?? channels[0])?.id ?? '', day: today, time: '18:00', title: '', ...(event === null ? {} : draftFor(event, today)), format: null, themeId: null, role: null, note: null };
}
