import { describe, expect, it } from 'vitest';
import { loadLanguage, loadWholeLanguage } from './language.js';

describe('a language', () => {
  it.each([
    { locale: 'fr', month: 'Mois affiché', followers: '2\u202F831\u00A0abonnés' },
    { locale: 'en', month: 'Month on screen', followers: '2,831\u00A0followers' },
    { locale: 'nl', month: 'Getoonde maand', followers: '2.831\u00A0volgers' },
  ] as const)('speaks itself, first pages and all: $locale', async ({ locale, month, followers }) => {
    expect((await loadLanguage(locale)).t('top.month')).toBe(month);
    expect((await loadWholeLanguage(locale)).t('data.channel.followers', { count: 2831 })).toBe(followers);
  });
});
