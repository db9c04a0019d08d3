import { addDays, shorten, type PlanEntry, type PlanFate, type Post, type PostLink } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { usePlanCalendar } from '../../api/plan-calendar.queries.js';
import { usePostLinks, usePostsAround } from '../../api/plan-links.queries.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { fillNothing, fillWith, free, planOf, type SaidOfPost } from '../../ui/links/link-acts.js';
import { useLinking } from '../../ui/links/use-linking.js';
import { QueryView } from '../../ui/query-view.js';
import '../../ui/advice/advice.css';

const DAYS_AROUND = 7;
const SHOWN_TEXT = 60;
const NONE = '';

interface FormProps { entry: PlanEntry; fate: PlanFate; onClose: () => void }

/** « Corriger »: what is needed to choose is read only once somebody does. */
export function FilledForm(props: FormProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="evidence filled-form" onToggle={({ currentTarget }) => { setOpen(currentTarget.open); }}>
      <summary><span>{t('filled.correct')}</span></summary>
      {isOpen && <Around {...props} />}
    </details>
  );
}

/** What stands within a week of an entry, on its channel. */
interface Surroundings { posts: readonly Post[]; links: readonly PostLink[]; entries: readonly PlanEntry[] }

function Around(props: FormProps): ReactNode {
  const { channelId, day } = props.entry;
  const span = { channelId, from: addDays(day, -DAYS_AROUND), to: addDays(day, DAYS_AROUND) };
  const posts = usePostsAround(span);
  const links = usePostLinks(span);
  const calendar = usePlanCalendar(span);
  return (
    <QueryView query={posts}>
      {({ items }) => <QueryView query={links}>{(known) => <QueryView query={calendar}>{({ entries }) => <Choosing {...props} posts={items} links={known} entries={entries} />}</QueryView>}</QueryView>}
    </QueryView>
  );
}

type ChoosingProps = FormProps & Surroundings;

function Choosing({ entry, fate, onClose, ...around }: ChoosingProps): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const linking = useLinking();
  const { posts } = around;
  const byHand = fate.how === 'hand' && fate.postId !== null ? { postId: fate.postId, version: fate.version, plan: planOf(entry) } : null;
  const choose = (postId: string): void => {
    if (postId === (fate.postId ?? NONE)) { onClose(); return; }
    // A post that fills it from beyond these days is told by its fate alone.
    if (postId === NONE && fate.postId !== null) linking.act(fillNothing(byHand ?? { postId: fate.postId, version: fate.version, plan: 'found' }), { said: t('filled.done.none'), onDone: onClose });
    else linking.act(fillWith(saidOf(postId, around), { plan: planOf(entry), byHand }), { said: t('filled.done.chosen', { title: entry.title }), onDone: onClose });
  };
  const forget = (said: SaidOfPost): void => { linking.act(free(said), { said: t('filled.done.forgotten'), onDone: onClose }); };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    choose(String(new FormData(event.currentTarget).get('post') ?? NONE));
  };
  return (
    <>
      {linking.isConflict ? <FormRefusal>{t('filled.conflict')}</FormRefusal> : <FormFailure error={linking.failure} />}
      {posts.length === 0 && fate.postId === null
        ? <p className="note quiet">{t('filled.empty')}</p>
        : (
          <form className="form" onSubmit={onSubmit}>
            <SelectField label={t('filled.field')} hint={t('filled.hint')} name="post" defaultValue={fate.postId ?? NONE} choices={choicesOf({ entry, fate, ...around }, translation)} />
            <div className="row"><Button type="submit" isBusy={linking.isBusy}>{t('plan.line.save')}</Button></div>
          </form>
        )}
      {byHand !== null && <div className="filled-forget"><Button isBusy={linking.isBusy} onClick={() => { forget(byHand); }}>{t('filled.forget')}</Button><p className="note quiet">{t('filled.forget.hint')}</p></div>}
      <SaidNone {...around} isBusy={linking.isBusy} onForget={forget} day={entry.day} />
    </>
  );
}

/** Posts of that very day of which somebody says that they fill nothing. */
function SaidNone({ posts, links, day, isBusy, onForget }: Surroundings & { day: string; isBusy: boolean; onForget: (said: SaidOfPost) => void }): ReactNode {
  const { t, write } = useTranslation();
  const unlinked = links.filter(({ how, localDay }) => how === 'none' && localDay === day);
  return unlinked.map(({ postId, version }) => {
    const time = posts.find(({ id }) => id === postId)?.localTime;
    return time !== undefined && (
      <div key={postId} className="filled-forget">
        <p className="note">{t('filled.saidNone', { day: write.weekday(day), time: write.time(time) })}</p>
        <Button isBusy={isBusy} onClick={() => { onForget({ postId, version, plan: null }); }}>{t('filled.forget')}</Button>
      </div>
    );
  });
}

function saidOf(postId: string, { links, entries }: Surroundings): SaidOfPost {
  const link = links.find((one) => one.postId === postId);
  const entry = entries.find(({ key }) => key === link?.entry);
  const plan = link?.how === 'none' ? null : link?.how === 'hand' && entry !== undefined ? planOf(entry) : 'found';
  return { postId, version: link?.version ?? null, plan };
}

/** None, and the posts around; but not one of which somebody says that it fills a plan far from here. */
function choicesOf({ entry, fate, ...around }: Surroundings & Pick<FormProps, 'entry' | 'fate'>, translation: Translation): { value: string; label: string }[] {
  const { t } = translation;
  const near = around.posts.filter(({ id }) => id === fate.postId || !around.links.some(({ postId, how, entry: filled }) => postId === id && how === 'hand' && filled === null));
  const isFar = fate.postId !== null && !near.some(({ id }) => id === fate.postId);
  return [
    { value: NONE, label: t('filled.none') }, ...(isFar ? [{ value: fate.postId ?? NONE, label: t('filled.choice.current') }] : []),
    ...near.map((post) => ({ value: post.id, label: sayChoice(post, { ...around, entry }, translation) })),
  ];
}

/** « jeudi 12 novembre, 18 h 35 : Les premiers mots… », and what it fills already. */
function sayChoice(post: Post, { links, entries, entry }: Surroundings & { entry: PlanEntry }, { t, write }: Translation): string {
  const link = links.find(({ postId }) => postId === post.id);
  const words = post.text?.replaceAll(/\s+/gu, ' ').trim() ?? '';
  const values = { day: write.weekday(post.localDay), time: write.time(post.localTime), text: words === '' ? t('filled.choice.noText') : shorten(words, SHOWN_TEXT) };
  if (link === undefined || link.how === null || link.how === 'none' || link.entry === entry.key) return t('filled.choice', values);
  const other = entries.find(({ key }) => key === link.entry);
  return other === undefined ? t('filled.choice.takenElsewhere', values) : t('filled.choice.taken', { ...values, title: other.title });
}
