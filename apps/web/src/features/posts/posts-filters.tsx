import type { Channel, Theme } from '@portee/shared';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { SelectField, TextField } from '../../ui/field.js';
import { PeriodFields } from '../../ui/period-fields.js';
import { useWritten } from '../../ui/use-written.js';
import { formats, isNarrowed, paidStates, sorts, withoutFilters, type PostChoices } from './post-choices.js';
import { useIsNarrow } from './use-is-narrow.js';

interface PostsFiltersProps { choices: PostChoices; channels: readonly Channel[]; themes: readonly Theme[]; onChoose: (changed: Partial<PostChoices>) => void }

/** Search and choices. Lists and dates act at once; words act when they are sent, so that nobody is interrupted while writing. */
export function PostsFilters(props: PostsFiltersProps): ReactNode {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const { choices, onChoose } = props;
  const isChosen = isNarrowed(choices);
  return (
    <section className="posts-filters" aria-label={t('posts.filters')}>
      <SearchForm q={choices.q} onSearch={(q) => { onChoose({ q }); }} />
      {isNarrow
        ? <details className="posts-more" open={isChosen}><summary>{t('posts.narrow')}</summary><div><Choices {...props} /></div></details>
        : <Choices {...props} />}
      {isChosen && <Button kind="plain" onClick={() => { onChoose(withoutFilters(choices)); }}>{t('posts.clear')}</Button>}
    </section>
  );
}

function Choices({ choices, channels, themes, onChoose }: PostsFiltersProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        label={t('posts.channel')} value={choices.channelId} onChange={(event) => { onChoose({ channelId: event.target.value }); }}
        choices={[{ value: '', label: t('posts.channel.all') }, ...channels.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <SelectField
        label={t('posts.format')} value={choices.format ?? ''} onChange={(event) => { onChoose({ format: formats.find((format) => format === event.target.value) ?? null }); }}
        choices={[{ value: '', label: t('posts.format.all') }, ...formats.map((format) => ({ value: format, label: t(`posts.format.${format}`) }))]}
      />
      {(themes.some(({ id }) => id !== null) || choices.theme !== '') && (
        <SelectField
          label={t('themes.theme')} value={choices.theme} onChange={(event) => { onChoose({ theme: event.target.value }); }}
          choices={[{ value: '', label: t('themes.theme.all') }, ...themes.flatMap(({ id, name }) => (id === null ? [] : [{ value: id, label: name }]))]}
        />
      )}
      <SelectField
        label={t('posts.paid')} value={choices.paid ?? ''} onChange={(event) => { onChoose({ paid: paidStates.find((state) => state === event.target.value) ?? null }); }}
        choices={[{ value: '', label: t('posts.paid.all') }, ...paidStates.map((state) => ({ value: state, label: t(`posts.paid.${state}`) }))]}
      />
      <PeriodFields from={choices.from} to={choices.to} onChoose={onChoose} />
      <SelectField
        label={t('posts.sort')} value={choices.sort} onChange={(event) => { onChoose({ sort: sorts.find((sort) => sort === event.target.value) ?? '-publishedAt' }); }}
        choices={sorts.map((sort) => ({ value: sort, label: t(`posts.sort.${sort}`) }))}
      />
    </>
  );
}

function SearchForm({ q, onSearch }: { q: string; onSearch: (q: string) => void }): ReactNode {
  const { t } = useTranslation();
  const [written, setWritten] = useWritten(q, q);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(written);
  };
  return (
    <form className="posts-search" role="search" onSubmit={onSubmit}>
      <TextField label={t('posts.search')} type="search" value={written} onChange={(event) => { setWritten(event.target.value); }} maxLength={200} autoComplete="off" />
      <Button type="submit">{t('posts.search.do')}</Button>
    </form>
  );
}
