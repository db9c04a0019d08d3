import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Segmented } from '../../ui/segmented.js';
import { chooseTheme, useThemeChoice } from '../../ui/theme.js';

export function ThemeSection(): ReactNode {
  const { t } = useTranslation();
  const choice = useThemeChoice();
  const choices = [
    { value: 'system', label: t('settings.theme.system') }, { value: 'light', label: t('settings.theme.light') }, { value: 'dark', label: t('settings.theme.dark') },
  ] as const;
  return (
    <section className="section" aria-labelledby="settings-device">
      <header><h2 id="settings-device">{t('settings.device.title')}</h2></header>
      <Segmented label={t('settings.theme')} choices={choices} value={choice} onChoose={chooseTheme} />
    </section>
  );
}
