import type { Theme } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { ProblemError } from '../../api/problem-error.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { fieldRefusal, sayProblem } from '../../ui/failure.js';
import { Field, TextField } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useToast } from '../../ui/toast.js';
import { readThemeWords, writeThemeWords } from './theme-words-text.js';
import { useKeepTheme } from './themes.queries.js';

interface ThemeDialogProps { edited: { theme: Theme | null } | null; onClose: () => void }

/** A theme's name and words: to be made, changed, or taken over from files. */
export function ThemeDialog({ edited, onClose }: ThemeDialogProps): ReactNode {
  const { t } = useTranslation();
  const name = edited?.theme?.name;
  return (
    <Dialog title={name === undefined ? t('themes.make') : t('themes.edit.title', { name })} isOpen={edited !== null} onClose={onClose}>
      {edited !== null && <ThemeForm theme={edited.theme} onClose={onClose} />}
    </Dialog>
  );
}

function ThemeForm({ theme, onClose }: { theme: Theme | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const { mutate, isPending, error } = useKeepTheme();
  const [name, setName] = useState(theme?.name ?? '');
  const [written, setWritten] = useState(writeThemeWords(theme?.words ?? []));
  const [isNameless, setNameless] = useState(false);
  const words = readThemeWords(written);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setNameless(name.trim() === '');
    if (name.trim() === '') return;
    mutate({ theme, name: name.trim(), words }, { onSuccess: (kept) => { onClose(); toast(t('themes.kept', { name: kept.name, posts: kept.posts })); } });
  };
  const refusals = { name: isNameless ? t('themes.name.missing') : fieldRefusal(error, 'name'), words: refusalOfWords(error, words, t) };
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      {error !== null && refusals.name === undefined && refusals.words === undefined && <FormRefusal>{sayProblem(error, t)}</FormRefusal>}
      <TextField label={t('themes.name')} value={name} onChange={(event) => { setName(event.target.value); }} maxLength={60} autoComplete="off" refusal={refusals.name} />
      <Field label={t('themes.words')} hint={t('themes.words.hint')} refusal={refusals.words}>
        {(wiring) => <textarea {...wiring} value={written} onChange={(event) => { setWritten(event.target.value); }} rows={3} spellCheck={false} />}
      </Field>
      <div className="row">
        <Button kind="act" type="submit" isBusy={isPending}>{t(theme === null ? 'themes.make.do' : 'themes.edit.do')}</Button>
        <Button kind="plain" onClick={onClose}>{t('themes.cancel')}</Button>
      </div>
    </form>
  );
}

/** The server names a word by its place: people know it by itself. */
function refusalOfWords(error: unknown, words: readonly string[], t: Translation['t']): string | undefined {
  const field = error instanceof ProblemError ? error.fields.find(({ path }) => path.startsWith('words')) : undefined;
  const word = words[Number(field?.path.slice('words.'.length))];
  return field === undefined || word === undefined ? field?.message : t('themes.words.refused', { word, message: field.message });
}
