import { localTime, type AuditPage, type Session } from '@portee/shared';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { faultsOf, looksInBothThemes, plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const ACCOUNT = 'reglages/compte';
const site = await openSite();
const section = (page: Page) => page.getByRole('region', { name: 'Fuseau horaire' });
const field = (page: Page) => section(page).getByLabel('Votre fuseau');
const zone = async () => (await site.visitor.json<Session>('GET', '/api/v1/session')).user?.timeZone;
/** What the journal says first, and when. */
const told = async (page: Page) => plain(await page.getByRole('row').nth(1).textContent());

describe.skipIf(site.hasNoBrowser)('one’s own time zone', () => {
  it('is chosen among all, tells moments with the city beside them, and is taken back', async () => {
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/reglages/journal`);
      expect(await told(page)).not.toContain('(');
      await visit(page, `${home}/${ACCOUNT}`);
      expect(await field(page).inputValue()).toBe('Europe/Brussels');
      await section(page).getByText('Celui de votre centre : Europe/Brussels.').waitFor();
      expect(await page.locator('datalist option').count()).toBeGreaterThan(300);
      await field(page).fill('Pacific/Kiritimati');
      await section(page).getByRole('button', { name: 'Enregistrer' }).click();
      await section(page).getByRole('button', { name: 'Reprendre celui du centre, Europe/Brussels' }).waitFor();
      expect(await zone()).toBe('Pacific/Kiritimati');
      await visit(page, `${home}/reglages/journal`);
      const { items: [latest] } = await site.visitor.json<AuditPage>('GET', `/api/v1/organisations/${site.visitor.slug}/audit`);
      const [hour = '', minute = ''] = localTime(new Date(latest?.at ?? ''), 'Pacific/Kiritimati').split(':');
      expect(await told(page)).toContain(`à ${String(Number(hour))} h${minute === '00' ? '' : ` ${minute}`} (Kiritimati)`);
      await visit(page, `${home}/${ACCOUNT}`);
      await section(page).getByRole('button', { name: /^Reprendre/u }).click();
      await section(page).getByText('Celui de votre centre : Europe/Brussels.').waitFor();
      expect(await zone()).toBeNull();
      expect(await field(page).inputValue()).toBe('Europe/Brussels');
    });
  });

  it('is not one that nobody knows, and the field says so', async () => {
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/${ACCOUNT}`);
      await field(page).fill('Mars/Phobos');
      await section(page).getByRole('button', { name: 'Enregistrer' }).click();
      await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
      expect(await zone()).toBeNull();
    });
  });

  it.each(looksInBothThemes)('has no fault: $theme, $width', async (look) => {
    await site.onPage(look, async (page, home) => {
      await visit(page, `${home}/${ACCOUNT}`);
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
