import type { PlannedPost } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { SelectField, TextField } from '../../ui/field.js';
import type { CalendarShared } from './calendar-desk.js';
import { withChosen } from './kept-choice.js';
import { readSaid, type Said, SaidFields, textOf } from './said-fields.js';
import { useChannelNames } from '../../ui/use-channel-names.js';
import { sayNow, useSaidWords } from './use-said-words.js';

export type PostDraft = Pick<PlannedPost, 'channelId' | 'day' | 'time' | 'title'> & Said;
export type PostRefusal = 'title' | 'day' | 'time';

interface PostFieldsProps {
  draft: PostDraft;
  /** What somebody else wrote meanwhile: shown beside each field it differs in. */
  theirs: PostDraft | null;
  refusal: PostRefusal | null;
  shared: CalendarShared;
  /** It takes the place of an occurrence of its channel, or was drawn for an experiment on it. */
  isChannelFixed: boolean;
  /** Drawn for an experiment, and its time is past: what decides which published post is its own stands as text. */
  isFrozen: boolean;
}

export function PostFields({ draft, theirs, refusal, shared: { channels, roles }, isChannelFixed, isFrozen }: PostFieldsProps): ReactNode {
  const { t, write } = useTranslation();
  const channelName = useChannelNames(channels);
  const saidWords = useSaidWords();
  const wordsOf = (one: PostDraft): Record<keyof PostDraft, string> => ({ ...saidWords(one), title: one.title, channelId: channelName(one.channelId), day: write.weekday(one.day), time: write.time(one.time) });
  const words = { before: wordsOf(draft), now: theirs === null ? null : wordsOf(theirs) };
  const nowOf = (name: keyof PostDraft): string | undefined => sayNow(name, words, t);
  const refusalOf = (name: PostRefusal): string | undefined => (refusal === name ? t(`calendar.missing.${name}`) : undefined);
  if (isFrozen) {
    return (
      <>
        <div className="entry-view"><p><b>{draft.title}</b></p><p>{t('calendar.entry.when', { day: write.weekday(draft.day), time: write.time(draft.time) })}</p><p className="note quiet">{wordsOf(draft).format}</p></div>
        <SaidFields said={draft} nowOf={nowOf} roles={roles} isFormatDrawn />
      </>
    );
  }
  return (
    <>
      <TextField label={t('calendar.field.postTitle')} name="title" hint={nowOf('title')} defaultValue={draft.title} maxLength={120} autoComplete="off" refusal={refusalOf('title')} />
      {!isChannelFixed && <SelectField label={t('plan.line.channel')} name="channelId" hint={nowOf('channelId')} defaultValue={draft.channelId} choices={withChosen(channels.map(({ id }) => ({ value: id, label: channelName(id) })), { value: draft.channelId, label: t('plan.line.channel.current') })} />}
      <div className="plan-days">
        <TextField label={t('calendar.field.day')} name="day" type="date" hint={nowOf('day')} defaultValue={draft.day} refusal={refusalOf('day')} />
        <TextField label={t('calendar.field.time')} name="time" type="time" hint={nowOf('time')} defaultValue={draft.time} refusal={refusalOf('time')} />
      </div>
      <SaidFields said={draft} nowOf={nowOf} roles={roles} />
    </>
  );
}

/** The post as written; `channelId` where the form asks for none. */
export function readPost(fields: FormData, channelId: string): PostDraft {
  return { title: textOf(fields, 'title'), channelId: textOf(fields, 'channelId') || channelId, day: textOf(fields, 'day'), time: textOf(fields, 'time'), ...readSaid(fields) };
}

/** What no longer changes of one that is frozen. */
export function frozenOf({ title, day, time, format, channelId }: PostDraft): Pick<PostDraft, 'title' | 'day' | 'time' | 'format' | 'channelId'> {
  return { title, day, time, format, channelId };
}

/** The first field that says too little. */
export function refusePost({ title, day, time }: PostDraft): PostRefusal | null {
  if (title === '') return 'title';
  if (day === '') return 'day';
  return time === '' ? 'time' : null;
}
