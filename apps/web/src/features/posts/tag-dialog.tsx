import type { NamedTheme, Post, TagPosts } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { fieldRefusal, sayProblem } from '../../ui/failure.js';
import { SelectField, TextField } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { themeChoices } from './theme-choices.js';
import { useThemes } from '../../api/themes.queries.js';
import { useTagging } from './use-tagging.js';

interface TagDialogProps {
  posts: readonly Pick<Post, 'id' | 'themes'>[];
  /** Null: closed. */
  action: TagPosts['action'] | null;
  onClose: () => void;
  onDone?: () => void;
}

/** Which theme to give to these posts, or to take from them. */
export function TagDialog({ posts, action, onClose, onDone }: TagDialogProps): ReactNode {
  const { t } = useTranslation();
  const title = t(action === 'remove' ? 'themes.remove.title' : 'themes.add.title', { count: posts.length });
  return (
    <Dialog title={title} isOpen={action !== null} onClose={onClose}>
      {action !== null && <TagForm posts={posts} action={action} onClose={onClose} onDone={() => { onClose(); onDone?.(); }} />}
    </Dialog>
  );
}

const NEW = 'new';

function TagForm({ posts, action, onClose, onDone }: { posts: TagDialogProps['posts']; action: TagPosts['action']; onClose: () => void; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const themes = useThemes();
  const { tag, isPending, error } = useTagging();
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [isNameless, setNameless] = useState(false);
  const choices = themeChoices(themes.data ?? [], posts, action);
  if (action === 'remove' && choices.length === 0) return <NothingToRemove onClose={onClose} />;
  if (themes.isPending) return <p className="quiet" role="status">{t('ui.loading')}</p>;
  const isNew = action === 'add' && (choices.length === 0 || chosen === NEW);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const theme: NamedTheme | undefined = isNew ? known(choices, name) : choices[Number(chosen ?? 0)];
    setNameless(isNew && name.trim() === '');
    if (theme !== undefined && theme.name !== '') tag({ theme, action, postIds: posts.map(({ id }) => id) }, onDone);
  };
  const refusal = isNameless ? t('themes.name.missing') : fieldRefusal(error, 'name');
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      {error !== null && refusal === undefined && <FormRefusal>{sayProblem(error, t)}</FormRefusal>}
      {choices.length > 0 && (
        <SelectField
          label={t('themes.theme')} value={chosen ?? '0'} onChange={(event) => { setChosen(event.target.value); }}
          choices={[...(action === 'add' ? [{ value: NEW, label: t('themes.new') }] : []), ...choices.map((theme, place) => ({ value: String(place), label: theme.name }))]}
        />
      )}
      {isNew && <TextField label={t('themes.newName')} value={name} onChange={(event) => { setName(event.target.value); }} maxLength={60} autoComplete="off" refusal={refusal} />}
      <div className="row">
        <Button kind="act" type="submit" isBusy={isPending}>{t(action === 'add' ? 'themes.add' : 'themes.remove')}</Button>
        <Button kind="plain" onClick={onClose}>{t('themes.cancel')}</Button>
      </div>
    </form>
  );
}

/** A name typed that is a theme already means that theme. */
function known(choices: readonly NamedTheme[], typed: string): NamedTheme {
  const name = typed.trim();
  return choices.find((theme) => theme.name.toLocaleLowerCase() === name.toLocaleLowerCase()) ?? { id: null, name };
}

function NothingToRemove({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="form">
      <p>{t('themes.remove.nothing')}</p>
      <Button onClick={onClose}>{t('ui.close')}</Button>
    </div>
  );
}
