import type { NamedTheme } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { CloseIcon } from '../../ui/icons.js';

/** The themes of a post, quietly; nothing where it has none. Each can be taken away where `onRemove` is given. */
export function ThemeChips({ themes, onRemove }: { themes: readonly NamedTheme[]; onRemove?: (theme: NamedTheme) => void }): ReactNode {
  const { t } = useTranslation();
  if (themes.length === 0) return null;
  return (
    <ul className="theme-chips" aria-label={t('themes.title')} data-editable={onRemove !== undefined}>
      {themes.map((theme) => (
        <li key={theme.id ?? theme.name}>
          <span>{theme.name}</span>
          {onRemove !== undefined && <button type="button" onClick={() => { onRemove(theme); }}><CloseIcon label={t('themes.remove.one', { name: theme.name })} /></button>}
        </li>
      ))}
    </ul>
  );
}
