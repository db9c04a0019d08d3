import { type PlannedPost, type PostFormat, postFormats } from '@portee/shared';
import type { ReactNode } from 'react';
import { useThemes } from '../../api/themes.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Field, SelectField, TextField } from '../../ui/field.js';
import { withChosen } from './kept-choice.js';

export type Said = Pick<PlannedPost, 'format' | 'themeId' | 'role' | 'note'>;
/** What stands in a field now that somebody else changed it, as its hint; nothing where they did not. */
export type NowOf<Name> = (name: Name) => string | undefined;

interface SaidFieldsProps {
  said: Said | null;
  nowOf: NowOf<keyof Said>;
  roles: readonly string[];
  /** Drawn lots choose the format: it is not asked for. */
  isFormatDrawn?: boolean;
}

/** What may be said of anything planned; nothing of it must be. */
export function SaidFields({ said, nowOf, roles, isFormatDrawn = false }: SaidFieldsProps): ReactNode {
  const { t } = useTranslation();
  const known = (useThemes().data ?? []).flatMap(({ id, name }) => (id === null ? [] : [{ value: id, label: name }]));
  const themes = withChosen(known, said === null || said.themeId === null ? null : { value: said.themeId, label: t('calendar.theme.current') });
  return (
    <>
      <div className="plan-days">
        {!isFormatDrawn && <SelectField label={t('calendar.field.format')} name="format" defaultValue={said?.format ?? ''} hint={nowOf('format')} choices={[{ value: '', label: t('calendar.any') }, ...postFormats.map((format) => ({ value: format, label: t(`posts.format.${format}`) }))]} />}
        <SelectField label={t('calendar.field.theme')} name="themeId" defaultValue={said?.themeId ?? ''} hint={nowOf('themeId')} choices={[{ value: '', label: t('calendar.none') }, ...themes]} />
      </div>
      <TextField label={t('plan.line.role')} name="role" hint={nowOf('role') ?? t('plan.line.role.hint')} defaultValue={said?.role ?? ''} maxLength={60} autoComplete="off" list="calendar-roles" />
      <datalist id="calendar-roles">{roles.map((role) => <option key={role} value={role} />)}</datalist>
      <Field label={t('plan.line.note')} hint={nowOf('note')}>{(wiring) => <textarea {...wiring} name="note" defaultValue={said?.note ?? ''} rows={2} maxLength={1_000} />}</Field>
    </>
  );
}

/** Text of a field, without the spaces around it. */
export function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

export function readSaid(fields: FormData): Said {
  const orNull = (name: string): string | null => (textOf(fields, name) === '' ? null : textOf(fields, name));
  return { format: readFormat(textOf(fields, 'format')), themeId: orNull('themeId'), role: orNull('role'), note: orNull('note') };
}

function readFormat(text: string): PostFormat | null {
  return postFormats.find((format) => format === text) ?? null;
}
