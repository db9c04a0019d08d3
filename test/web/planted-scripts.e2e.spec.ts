import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NewReportLink, PostPage } from '@portee/shared';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { importFile } from '../support/imports.js';
import { type Door, doors } from '../support/openapi.js';
import { plantedBody } from '../support/sample-request.js';
import { openSite } from '../support/site.js';

/** What would run, or at least become an element, wherever words are taken for markup. Short: some names take forty signs. */
const PLANTED = '"><img data-planted src=x onerror=ran()>';
const LONGER = `${PLANTED}<script>ran()</script><svg onload=ran()><a href="javascript:ran()">x</a>{{ran()}}\${ran()}`;
/** Words that must be the right ones. */
const RIGHT_WORDS: Record<string, string> = { network: 'facebook', timeZone: 'Europe/Brussels' };

const PAGES = fileURLToPath(new URL('../../apps/web/src/app/pages.ts', import.meta.url));
/** Every page inside, as the router lists them. */
const pages = Array.from(readFileSync(PAGES, 'utf8').matchAll(/Page\('([^'/][^']*|)'/g), ([, path = '']) => path);
/** Doors that put people out, or that pages would be poorer for; the words of a mapping are those of its file. */
const LEFT_OUT = /\/(membership|deletion|giving-up|disconnect|decision|connections.*|close|reopen|mapping)$|people\/|hosting/;

/** Where our sample is refused for another reason than its words, which stand elsewhere in the plan: its day must be one of an appointment's. */
const NOT_TAKEN = ['PUT /api/v1/organisations/{slug}/plan/appointments/{appointmentId}/exceptions/{day}', 'PUT /api/v1/organisations/{slug}/plan/posts/{plannedPostId}'];

declare global {
  // In the page: what `watch` has counted.
  var seen: { ran: number; violations: string[] };
}

const ids = new Map<string, string>();
const taken = new Set<string>();
const refused = new Map<string, string>();
const readAsWords = new Set<string>();

const site = await openSite({ organisation: LONGER.slice(0, 80), furnish: async ({ visitor }) => {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = Array.from({ length: 60 }, (_, index) => [
    quoted(PLANTED), 'facebook', index, `2026-${9 + index % 2 === 9 ? '09' : '10'}-${String(1 + index % 28).padStart(2, '0')}T1${index % 10}:00:00Z`, 100 + index, 'photo', quoted(`${LONGER} ${index}`), quoted(`https://exemple.be/?${index}#<img data-planted>`),
  ].join(','));
  const fileName = PLANTED.replaceAll('"', '');
  const { channelIds, state } = await importFile(visitor, { name: `${fileName}.csv`, bytes: `channel,network,post_id,published_at,reach,format,text,url\n${rows.join('\n')}\n` });
  expect(state).toBe('applied');
  expect(await importFile(visitor, { name: `${fileName} 2.csv`, bytes: `${quoted(PLANTED)};Titre;Vus\n${quoted(LONGER)};${quoted(LONGER)};3\n` })).toMatchObject({ state: 'needs-mapping' });
  const { items } = await visitor.json<PostPage>('GET', `/api/v1/organisations/${visitor.slug}/posts`);
  const [found] = await visitor.json<{ id: string }[]>('GET', `/api/v1/organisations/${visitor.slug}/imports`);
  ids.set('channelId', channelIds[0] ?? '').set('postId', items[0]?.id ?? '').set('importId', found?.id ?? '');
  const writing = doors().filter(({ method, right, body, path }) => method !== 'GET' && method !== 'DELETE' && right !== null && body !== null && !LEFT_OUT.test(path));
  // What is made comes before what is changed.
  for (const door of writing.toSorted((a, b) => Number(b.method === 'POST') - Number(a.method === 'POST'))) await plant(door);

  async function plant({ name, method, path, body }: Door): Promise<void> {
    const { body: sent, planted } = plantedBody(body ?? {}, { id: (way) => idFor(way), text: (way) => RIGHT_WORDS[way.split('.').at(-1) ?? ''] ?? LONGER });
    if (planted.length === 0) return;
    const address = path.replace('{slug}', visitor.slug).replace('{month}', '2026-09').replace('{day}', '2026-12-03').replaceAll(/\{(\w+)\}/g, (_, one: string) => idFor(one));
    const answer = await visitor.ask(method, address, { body: path.endsWith('/comment') ? Object.assign({}, sent, { version: 0 }) : sent });
    if (answer.status >= 400) refused.set(name, `${answer.status} ${JSON.stringify(answer.body)}`);
    else taken.add(name);
    const made = answer.body !== null && typeof answer.body === 'object' && 'id' in answer.body ? String(answer.body.id) : null;
    const kept = doors().find((one) => one.path.startsWith(`${path}/{`))?.path.slice(path.length + 2).split('}')[0];
    if (made !== null && kept !== undefined) ids.set(kept, made);
  }
} });

function idFor(way: string): string {
  const last = way.split('.').findLast((part) => part !== '[]') ?? '';
  return ids.get(last) ?? ids.get(last.replace(/s$/, '')) ?? ids.get('channelId') ?? '';
}

describe.skipIf(site.hasNoBrowser)('scripts in every text that can be written', () => {
  it('stand at every door that takes words', () => {
    expect(Object.fromEntries([...refused].filter(([name]) => !NOT_TAKEN.includes(name)))).toEqual({});
    expect(taken.size).toBeGreaterThan(5);
  });

  it.each(pages)('run on no page, are no element and break no policy: %s', async (path) => {
    await site.onPage({}, async (page, home) => {
      await watch(page);
      const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => idFor(name));
      const address = `${home}/${filled}`.replace(/\/$/, '');
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForFunction(() => document.querySelector('.loading') === null);
      expect({ address, ...await harm(page) }).toEqual({ address, ran: 0, violations: [], elements: 0 });
      if ((await page.locator('body').textContent())?.includes('data-planted') === true) readAsWords.add(path);
      // And in the address itself, under every name that a page looks at.
      const query = ['q', 'month', 'mois', 'channelId', 'canal', 'from', 'to', 'theme', 'retour', 'next', 'error', 'state', 'vue'].map((name) => `${name}=${encodeURIComponent(LONGER)}`).join('&');
      await page.goto(`${address}?${query}#${encodeURIComponent(PLANTED)}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect({ address, ...await harm(page) }).toEqual({ address, ran: 0, violations: [], elements: 0 });
    });
  });

  it('are words, on pages enough, and on the page of a report that is shared by its link', async () => {
    expect(readAsWords.size).toBeGreaterThan(10);
    for (const language of ['fr', 'en', 'nl']) {
      const { link } = await site.visitor.json<NewReportLink>('POST', `/api/v1/organisations/${site.visitor.slug}/report-links`, { month: '2026-09', days: 7, language });
      const page = await site.browser.newPage();
      await watch(page);
      await page.goto(link);
      expect(await page.locator('body').textContent()).toContain('data-planted');
      expect(await harm(page)).toEqual({ ran: 0, violations: [], elements: 0 });
      await page.close();
    }
  });
});

/** Counts what runs, and what the browser stops. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { ran: 0, violations: new Array<string>() };
    Object.assign(globalThis, { seen, ran: () => { seen.ran += 1; } });
    document.addEventListener('securitypolicyviolation', (event) => { seen.violations.push(`${event.violatedDirective} ${event.blockedURI}`); });
  });
}

function harm(page: Page): Promise<{ ran: number; violations: string[]; elements: number }> {
  return page.evaluate(() => ({
    ...globalThis.seen,
    elements: document.querySelectorAll('[data-planted], [href^="javascript:" i], [src^="javascript:" i]').length,
  }));
}
