import Bowser from 'bowser';
import type { Translation } from '../../locales/translation.js';

/** « Firefox, Windows »: a browser as people call it, from what it says of itself. */
export function sayBrowser(userAgent: string | null, t: Translation['t']): string {
  if (userAgent === null || userAgent.trim() === '') return t('myAccount.browser.unknown');
  const { browser, os } = Bowser.parse(userAgent);
  const known = [browser.name, os.name].filter((part) => part !== undefined && part !== '');
  return known.length === 0 ? t('myAccount.browser.unknown') : known.join(', ');
}
