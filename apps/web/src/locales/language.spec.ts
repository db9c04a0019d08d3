import { describe, expect, it } from 'vitest';
import { loadLanguage, loadWholeLanguage } from './language.js';

describe('a language', () => {
  it.each(['fr', 'en'] as const)('that is written speaks itself: %s', async (locale) => {
    expect(await loadLanguage(locale)).toMatchObject({ locale, spoken: locale });
  });

  it('without one sentence stays the chosen one, and speaks English throughout', async () => {
    expect(await loadLanguage('nl')).toMatchObject({ locale: 'nl', spoken: 'en' });
    const { t } = await loadWholeLanguage('nl');
    expect(t('data.channel.followers', { count: 2831 })).toBe('2,831\u00A0followers');
  });
});
