import { type EffortMonth, may, monthOf, type Post } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useEnterPostSpend, useMonthOfChannel } from '../../api/effort.queries.js';
import { readEuros } from '../../format/euros.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { TextField } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { QueryView } from '../../ui/query-view.js';
import { useToast } from '../../ui/toast.js';

/** What pushing this post cost: for networks where posts can be pushed, unless the network says that this one was not. */
export function PostSpend({ post }: { post: Post }): ReactNode {
  const { t } = useTranslation();
  const { role } = useCurrentOrganisation();
  const month = useMonthOfChannel({ channelId: post.channelId, month: monthOf(post.localDay) });
  // Here, where it outlives the form: that one is drawn anew with what was saved, often before the answer has been told.
  const enter = useEnterPostSpend(post.id);
  return (
    <section className="post-spend" aria-labelledby="post-spend">
      <h2 id="post-spend">{t('post.spend.title')}</h2>
      <QueryView query={month}>{(entered) => (may(role, 'enterFigures') ? <SpendForm key={eurosOf(post, entered)} post={post} entered={entered} enter={enter} /> : <Told post={post} entered={entered} />)}</QueryView>
    </section>
  );
}

interface SpendProps { post: Post; entered: EffortMonth }

function eurosOf(post: Post, { eurosOfPosts }: EffortMonth): number | null {
  return eurosOfPosts.find(({ postId }) => postId === post.id)?.euros ?? null;
}

function Told({ post, entered }: SpendProps): ReactNode {
  const { t, write } = useTranslation();
  const euros = eurosOf(post, entered);
  return <p className="note">{euros === null ? t('post.spend.none') : t('post.spend.told', { euros: write.number(euros, 2) })}</p>;
}

function SpendForm({ post, entered, enter }: SpendProps & { enter: ReturnType<typeof useEnterPostSpend> }): ReactNode {
  const { t, write } = useTranslation();
  const toast = useToast();
  const before = eurosOf(post, entered);
  const [isRefused, setRefused] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('euros')).trim();
    const euros = text === '' ? null : readEuros(text);
    setRefused(text !== '' && euros === null);
    if ((text !== '' && euros === null) || euros === before) return;
    enter.mutate({ euros }, { onSuccess: () => { toast(t(euros === null ? 'post.spend.removed' : 'post.spend.saved'), () => { enter.mutate({ euros: before }); }); } });
  };
  return (
    <form className="form post-spend-form" onSubmit={onSubmit} noValidate>
      {enter.error !== null && <FormRefusal>{sayProblem(enter.error, t)}</FormRefusal>}
      <TextField
        label={t('post.spend.label')} name="euros" inputMode="decimal" autoComplete="off" maxLength={20} defaultValue={before === null ? '' : write.number(before, 2)}
        hint={t('post.spend.hint')} refusal={isRefused ? t('effort.euros.refused') : undefined}
      />
      <Button type="submit" isBusy={enter.isPending}>{t('effort.save')}</Button>
    </form>
  );
}
