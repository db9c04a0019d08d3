import { useThemes } from '../../api/themes.queries.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import type { Said } from './said-fields.js';

/** The optional fields as words, to show what somebody else put there; empty: nothing. */
export function useSaidWords(): (said: Said) => Record<keyof Said, string> {
  const { t } = useTranslation();
  const themes = useThemes().data ?? [];
  return ({ format, themeId, role, note }) => ({
    format: format === null ? t('calendar.any') : t(`posts.format.${format}`),
    themeId: themeId === null ? '' : themes.find(({ id }) => id === themeId)?.name ?? t('calendar.theme.current'), role: role ?? '', note: note ?? '',
  });
}

/** « Maintenant : 19 h », where it differs from what the person had before their eyes. */
export function sayNow<Name extends string>(name: Name, { before, now }: { before: Record<Name, string>; now: Record<Name, string> | null }, t: Translation['t']): string | undefined {
  if (now === null || now[name] === before[name]) return undefined;
  return now[name] === '' ? t('calendar.now.empty') : t('calendar.now', { value: now[name] });
}
