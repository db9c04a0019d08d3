import { useThemes } from '../../api/themes.queries.js';
import { useTranslation } from '../../locales/translation.js';
import type { Said } from './said-fields.js';

/** The optional fields as words, to show what somebody else put there. */
export function useSaidWords(): (said: Said) => Record<keyof Said, string> {
  const { t } = useTranslation();
  const themes = useThemes().data ?? [];
  return ({ format, themeId, role, note }) => ({
    format: format === null ? t('calendar.any') : t(`posts.format.${format}`),
    themeId: themes.find(({ id }) => id !== null && id === themeId)?.name ?? t('calendar.none'), role: role ?? t('calendar.none'), note: note ?? t('calendar.none'),
  });
}

/** What stands in a field now, where it differs from what the person had before their eyes. */
export function differing<Name extends string>(name: Name, { before, now }: { before: Record<Name, string>; now: Record<Name, string> | null }): string | undefined {
  return now === null || now[name] === before[name] ? undefined : now[name];
}
