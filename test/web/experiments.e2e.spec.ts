import type { Experiment, PlacedPost, PlanCalendar, PlannedPost } from '@portee/shared';
import type { Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { EveningCentre } from '../support/evening-centre.js';
import { memberOfRole } from '../support/member-of-role.js';
import { asSignedIn, faultsOf, type Look, looks, plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

/** A Friday. */
const START = '2026-11-20T09:00:00Z';
const clock = { at: new Date(START) };
const site = await openSite({ now: () => clock.at });
const centre = new EveningCentre(() => site.visitor);
const QUESTION = 'Publier en début de soirée ou le matin ?';

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const section = (page: Page) => page.getByRole('region', { name: 'Essais' });
const textOf = async (place: Locator) => plain(await place.innerText());
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const at = (path: string) => (see: (page: Page) => Promise<void>, look: Look = {}) => site.onPage(look, async (page, home) => { await visit(page, `${home}${path}`); await see(page); });
const onPlan = at('/plan');
const experiments = () => centre.get<Experiment[]>('plan/experiments');
const planned = async () => (await centre.get<PlanCalendar>('plan/calendar?from=2026-11-20&to=2026-12-31')).entries;
/** Two full pairs of photos, from Tuesday on; their own time is not yet past. */
async function placeSome(id: string): Promise<[PlacedPost, PlacedPost]> {
  return [await centre.place(id, '2026-11-24'), await centre.place(id, '2026-11-25')];
}
/** One was begun, and given up, a minute ago. */
async function giveOneUp(): Promise<void> {
  const { id } = await centre.start();
  await centre.post(`plan/experiments/${id}/giving-up`, { version: 1 });
  clock.at = new Date(clock.at.getTime() + 60_000);
}
/** All that was planned, published and read. */
async function readOne(): Promise<void> {
  const { id } = await centre.start();
  const placed = await centre.placeAll(id);
  clock.at = new Date('2027-01-12T09:00:00Z');
  await centre.publish(placed);
  expect((await centre.experiment(id)).state).toBe('read');
}

beforeEach(async () => {
  if (site.hasNoBrowser) return;
  clock.at = new Date(START);
  await centre.begin();
});

describe.skipIf(site.hasNoBrowser)('« Tester chez nous »', () => {
  it('says what it would take, and begins with the keyboard', async () => {
    await onPlan(async (page) => {
      await section(page).getByText('Pas encore d’essai.').waitFor();
      await button(page, 'Tester chez nous').focus();
      await page.keyboard.press('Enter');
      await dialog(page).getByText('Ce qu’il faut').waitFor();
      const said = await textOf(dialog(page));
      expect(said).toContain('Une publication sur deux en début de soirée, l’autre le matin. Le sort décide laquelle, vous choisissez le sujet.');
      expect(said).toMatch(/42 publications, 21 de chaque façon\. À votre rythme des six derniers mois : environ 2 mois\./);
      expect(said).toMatch(/Le 21 janvier 2027 au plus tard/);
      expect(said).toContain('De quoi voir un écart de 74 %, pas moins.');
      expect(await experiments()).toEqual([]);
      await button(dialog(page), 'Commencer l’essai').focus();
      await page.keyboard.press('Enter');
      await page.getByText('L’essai commence.').waitFor();
      await expect.poll(() => focused(page)).toBe('Essais');
      await section(page).getByRole('heading', { name: QUESTION }).waitFor();
      expect(await experiments()).toMatchObject([{ state: 'under_way', eachArm: 21, lastDay: '2027-01-21', recommendationId: centre.evening.id }]);
      // It has its answer to come: nobody has to decide on it meanwhile, and nothing else is tested there.
      expect(await button(page, 'Tester chez nous').count()).toBe(0);
      expect(await textOf(page.locator('.advice').first())).not.toContain('74 %');
    });
  });

  it('of a channel too small to know says so, and what could be known instead', async () => {
    const [afternoon] = (await centre.get<{ id: string; dimension: string; level: string | null }[]>('recommendations')).filter(({ dimension, level }) => dimension === 'hour_band' && level === 'afternoon');
    await at(`/plan?essai=${afternoon?.id ?? ''}`)(async (page) => {
      await dialog(page).getByText('Votre canal est trop petit pour le savoir.').waitFor();
      expect(await button(dialog(page), 'Commencer l’essai').count()).toBe(0);
      expect(await textOf(dialog(page))).toMatch(/Pour voir une baisse de 18 %, il faudrait \d+ publications : plus d’un an à votre rythme\./);
      await button(dialog(page), 'Préparer cet essai plus court').click();
      await dialog(page).getByText('De quoi voir une baisse de 50 %, pas moins.').waitFor();
      await button(dialog(page), 'Revenir à l’écart de départ').click();
      await dialog(page).getByText('Votre canal est trop petit').waitFor();
      await button(dialog(page), 'Préparer cet essai plus court').click();
      await button(dialog(page), 'Commencer l’essai').click();
      await page.getByText('L’essai commence.').waitFor();
      expect(await experiments()).toMatchObject([{ sees: -0.5, level: 'afternoon' }]);
    });
  });

  it('says that another is under way, that some were given up, and that a recommendation cannot be drawn for', async () => {
    await giveOneUp();
    const prepared = at(`/plan?essai=${centre.evening.id}`);
    await prepared(async (page) => {
      await dialog(page).getByText('Un essai sur cette question a déjà été abandonné.').waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => dialog(page).count()).toBe(0);
      await expect.poll(() => new URL(page.url()).search).toBe('');
      await section(page).getByText('Un essai abandonné').click();
      await section(page).getByText('commencé le 20 novembre 2026, abandonné le 20 novembre 2026, jamais lu').waitFor();
    });
    await centre.start();
    await prepared(async (page) => {
      await dialog(page).getByText('Cet essai est déjà en cours.').waitFor();
      await button(dialog(page), 'Le voir').click();
      await expect.poll(() => focused(page)).toBe('Essais');
    });
    const [trend] = (await centre.get<{ id: string; dimension: string }[]>('recommendations')).filter(({ dimension }) => dimension === 'trend');
    await at(`/plan?essai=${trend?.id ?? ''}`)(async (page) => {
      await dialog(page).getByText('Cette recommandation ne se teste pas par tirage au sort.').waitFor();
      expect(await button(dialog(page), 'Commencer l’essai').count()).toBe(0);
    });
  });

  it('begins from what was accepted to try, too', async () => {
    const [morning] = (await centre.get<{ id: string; dimension: string; level: string | null }[]>('recommendations')).filter(({ dimension, level }) => dimension === 'hour_band' && level === 'morning');
    await centre.post(`recommendations/${morning?.id ?? ''}/decision`, { decision: 'accepted', line: { kind: 'experiment', title: 'Essayer le matin', role: null, note: null } });
    await onPlan(async (page) => {
      await button(page, 'Tester chez nous : Essayer de publier plus souvent le matin').click();
      await button(dialog(page), 'Commencer l’essai').click();
      await page.getByText('L’essai commence.').waitFor();
      expect(await experiments()).toMatchObject([{ level: 'morning', recommendationId: morning?.id }]);
      await expect.poll(() => page.getByRole('button', { name: 'Tester chez nous' }).count()).toBe(0);
    });
  });

  it('is begun once, of two people who do at once', async () => {
    await onPlan(async (page) => {
      await button(page, 'Tester chez nous').click();
      await button(dialog(page), 'Commencer l’essai').waitFor();
      await centre.start();
      await button(dialog(page), 'Commencer l’essai').click();
      await dialog(page).getByText('Un essai est déjà en cours sur ce canal.').first().waitFor();
      expect(await experiments()).toHaveLength(1);
    });
  });
});

describe.skipIf(site.hasNoBrowser)('an experiment under way', () => {
  it('takes a post: a subject and a day, then what was drawn, which the calendar shows', async () => {
    const { id } = await centre.start();
    await onPlan(async (page) => {
      await button(page, `Publier pour cet essai : ${QUESTION}`).focus();
      await page.keyboard.press('Enter');
      await button(dialog(page), 'Tirer au sort et prévoir').click();
      await dialog(page).getByText('Donnez un titre.').waitFor();
      await dialog(page).getByLabel('De quoi parlera-t-elle').fill('Vernissage');
      await dialog(page).getByLabel('Jour', { exact: true }).fill('2027-02-15');
      await page.keyboard.press('Enter');
      await dialog(page).getByText('Choisissez un jour entre le 21 novembre 2026 et le 31 janvier 2027.').waitFor();
      await dialog(page).getByLabel('Jour', { exact: true }).fill('2026-11-26');
      await page.keyboard.press('Enter');
      await dialog(page).getByText('Le sort a désigné').waitFor();
      const [slot] = (await centre.experiment(id)).slots;
      const [words, time] = slot?.drawn === 'evening' ? ['en début de soirée', '18 h'] : ['le matin', '9 h'];
      expect(await textOf(dialog(page))).toContain(`Le sort a désigné : ${words} « Vernissage » est au calendrier : jeudi 26 novembre à ${time}.`);
      expect(await focused(page)).toContain('Le sort a désigné');
      await button(dialog(page), 'En prévoir une autre').click();
      await dialog(page).getByLabel('De quoi parlera-t-elle').waitFor();
      await button(dialog(page), 'Annuler').click();
      const entry = page.locator('[data-day="2026-11-26"]').getByRole('button');
      // The calendar and what was drawn are two answers, in any order.
      await expect.poll(async () => plain(await entry.locator('.visually-hidden').textContent()), { timeout: 20_000 }).toBe(`Vernissage, ${time}, Lettre d’information, essai : ${words}, jeudi 26 novembre`);
      await button(page, 'Liste').click();
      await page.getByRole('button', { name: `essai : ${words}` }).waitFor();
      expect(await textOf(section(page))).toContain('Aucune publication jugée sur 20');
      expect(await textOf(section(page))).toContain('1 prévue');
    });
  });

  it('takes a post that is planned already, and says what was drawn', async () => {
    await centre.start();
    const own = await centre.post<PlannedPost>('plan/posts', { channelId: centre.channel.id, title: 'Vernissage', day: '2026-11-26', time: '23:15' });
    await onPlan(async (page) => {
      await page.locator('[data-day="2026-11-26"]').getByRole('button').click();
      await button(dialog(page), 'Tirer au sort pour cet essai').click();
      await page.getByText('Le sort a désigné').waitFor();
      await page.locator('[data-day="2026-11-26"]').getByRole('button', { name: /essai :/u }).waitFor();
      expect((await planned()).find(({ postId }) => postId === own.id)?.time).toMatch(/^(09:00|18:30)$/);
    });
  });

  it('says what its posts hold in the calendar, and after their time keeps what no longer changes', async () => {
    const { id } = await centre.start();
    const [first] = await placeSome(id);
    const open = async (page: Page) => { await page.locator('[data-day="2026-11-24"]').getByRole('button').click(); await dialog(page).getByText('Cette publication est de l’essai en cours.').waitFor(); };
    await onPlan(async (page) => {
      await open(page);
      await dialog(page).getByText('Retirée du calendrier avant son heure, elle perd sa place.').waitFor();
      expect(await dialog(page).getByLabel('Canal').count()).toBe(0);
      await dialog(page).getByLabel('De quoi parlera-t-elle').fill('Vernissage du mardi');
      await button(dialog(page), 'Enregistrer').click();
      await page.getByText('La publication est prévue.').waitFor();
    });
    clock.at = new Date('2026-11-27T09:00:00Z');
    await onPlan(async (page) => {
      await open(page);
      await dialog(page).getByText('Son heure est passée').waitFor();
      expect(await dialog(page).getByLabel('Jour', { exact: true }).count()).toBe(0);
      await dialog(page).getByLabel('Remarque').fill('Une minute');
      await button(dialog(page), 'Enregistrer').click();
      await page.getByText('La publication est prévue.').waitFor();
      expect(await centre.get<PlannedPost>(`plan/posts/${first.post.id}`)).toMatchObject({ ...first.post, title: 'Vernissage du mardi', note: 'Une minute', version: 3 });
    });
  });

  it('tells how far it is and what was lost, never an effect; draws what is missing, and is given up once somebody is sure', async () => {
    const { id } = await centre.start();
    const placed = await centre.placeAll(id);
    await site.visitor.delete(centre.at(`plan/posts/${placed[19]?.post.id ?? ''}`));
    clock.at = new Date('2027-01-12T09:00:00Z');
    await centre.publish(placed.slice(0, 12));
    await onPlan(async (page) => {
      const said = await textOf(section(page));
      expect(said).toContain('12 publications jugées sur 20');
      expect(said).toMatch(/perdue : pas publiée/);
      expect(said).not.toMatch(/%|×|Testé/);
      expect(plain(await section(page).getByRole('img').getAttribute('aria-label'))).toBe('12 publications jugées sur 20 : 6 en début de soirée, 6 le matin.');
      await section(page).getByText('il lui manque une place de chaque côté').waitFor();
      await button(page, `Tirer les places qui manquent : ${QUESTION}`).click();
      await page.getByText('Les places qui manquaient sont tirées.').waitFor();
      await expect.poll(async () => (await centre.experiment(id)).slots.length).toBe(22);
      await button(page, `Abandonner l’essai : ${QUESTION}`).dblclick();
      expect((await centre.experiment(id)).state).toBe('under_way');
      await button(page, 'Oui, abandonner : il ne sera jamais lu').click();
      await page.getByText('L’essai est abandonné.').waitFor();
      expect((await centre.experiment(id)).state).toBe('given_up');
      await section(page).getByText('Un essai abandonné').waitFor();
    });
  });

  it('is told on its card elsewhere; a card whose advice is to test leads to its beginning', async () => {
    // Of the bands, mornings are worth a test there.
    await at('/jours-et-heures')(async (page) => {
      await page.getByRole('link', { name: 'Tester chez nous' }).click();
      await dialog(page).getByText('Le sort décide laquelle').waitFor();
      expect(await textOf(dialog(page))).toMatch(/Une publication sur deux le matin, l’autre/);
    });
    await centre.start();
    await at('?mois=2026-10')(async (page) => {
      const card = page.locator('.advice', { hasText: 'début de soirée' });
      await card.getByText('Essai en cours : 0 sur 20.').waitFor();
      expect(await card.getByRole('link', { name: 'Décider' }).count()).toBe(0);
      await card.getByRole('link', { name: 'Voir l’essai' }).click();
      await section(page).getByRole('heading', { name: QUESTION }).waitFor();
    });
    await at('/jours-et-heures')(async (page) => {
      await page.getByText('Essai en cours : 0 sur 20.').waitFor();
      expect(await page.getByRole('link', { name: 'Tester chez nous' }).count()).toBe(0);
    });
  });

  it('of which somebody else drew more meanwhile is left as it stands', async () => {
    const { id } = await centre.start();
    const placed = await centre.placeAll(id);
    await site.visitor.delete(centre.at(`plan/posts/${placed[19]?.post.id ?? ''}`));
    await onPlan(async (page) => {
      await section(page).getByText('il lui manque').waitFor();
      await centre.post(`plan/experiments/${id}/extension`, { version: 1 });
      await button(page, `Tirer les places qui manquent : ${QUESTION}`).click();
      await section(page).getByRole('alert').waitFor();
      expect((await centre.experiment(id)).slots).toHaveLength(22);
    });
  });

  it('is seen by who reads, and changed by nobody who may not', async () => {
    const { id } = await centre.start();
    await placeSome(id);
    for (const [role, mayPost] of [['reader', 0], ['contributor', 1]] as const) {
      const visitor = await memberOfRole(role, { portee: site.portee, slug: site.visitor.slug });
      await asSignedIn({ browser: site.browser, visitor, look: {} }, async (page) => {
        await visit(page, `/o/${site.visitor.slug}/plan?essai=${centre.evening.id}`);
        await page.keyboard.press('Escape');
        await section(page).getByText('Aucune publication jugée sur 20').waitFor();
        expect(await section(page).getByRole('button', { name: 'Publier pour cet essai' }).count()).toBe(mayPost);
        expect(await section(page).getByRole('button', { name: 'Abandonner' }).count()).toBe(0);
        await page.locator('[data-day="2026-11-24"]').getByRole('button', { name: /essai :/u }).waitFor();
      });
    }
  });
});

describe.skipIf(site.hasNoBrowser)('what was tested', () => {
  const FOUND = 'Publier en début de soirée touche environ 3 fois plus de personnes.';

  it('is read with its interval, and takes the place of the estimate wherever its card is', async () => {
    await readOne();
    await onPlan(async (page) => {
      expect(await textOf(section(page))).toContain(FOUND);
      await section(page).getByRole('img', { name: /^Environ ×3, probablement entre/ }).waitFor();
      const waiting = page.getByRole('region', { name: 'À décider' });
      expect(await textOf(waiting)).toMatch(/Testé chez vous.*20 publications tirées au sort, la moitié en début de soirée, la moitié le matin\. Résultat lu le 12 janvier 2027\./);
      expect(await button(waiting, 'Tester chez nous').count()).toBe(0);
      await button(waiting, 'Ajouter au plan').click();
      await button(dialog(page), 'Ajouter au plan').click();
      await page.getByText('C’est au plan.').waitFor();
      // What was decided was the test's: nobody is asked again.
      await expect.poll(() => page.getByRole('region', { name: 'À décider' }).getByText('Testé chez vous').count()).toBe(0);
      expect(await centre.get('plan/decisions')).toMatchObject([{ said: { verdict: 'do_more', posts: 20 } }]);
    });
    for (const path of ['?mois=2026-12', '/jours-et-heures', '/rapport?mois=2026-12']) {
      await at(path)(async (page) => {
        const card = page.locator('.advice', { hasText: 'Testé chez vous' });
        await card.waitFor();
        expect(await textOf(card), path).toContain(FOUND);
        expect(await page.locator('.advice', { hasText: 'Vos publications de début de soirée' }).count(), path).toBe(0);
      });
    }
  });

  it('is said to be unknown where too few posts came', async () => {
    const { id } = await centre.start();
    await centre.placeAll(id);
    clock.at = new Date('2027-04-02T09:00:00Z');
    await onPlan(async (page) => {
      const said = await textOf(section(page));
      expect(said).toContain('Trop peu de publications');
      expect(said).toContain('L’essai s’est terminé avec 0 en début de soirée et 0 le matin ; il en faut au moins 10 de chaque côté.');
      expect(await section(page).locator('.interval').count()).toBe(0);
    });
  });

  it('after others were given up says that it proves less', async () => {
    await giveOneUp();
    await readOne();
    await onPlan(async (page) => {
      expect(await textOf(section(page))).toContain('Un autre essai avait été abandonné avant celui-ci : il prouve un peu moins.');
    });
  });
});

describe.skipIf(site.hasNoBrowser)('elsewhere', () => {
  it.each(looks)('has no fault, proposed, under way and read: $width $theme', async (look) => {
    const { id } = await centre.start();
    await placeSome(id);
    await onPlan(async (page) => {
      expect(await faultsOf(page)).toEqual([]);
      await button(page, `Publier pour cet essai : ${QUESTION}`).click();
      await dialog(page).getByLabel('De quoi parlera-t-elle').fill('Vernissage');
      expect(await faultsOf(page)).toEqual([]);
      await button(dialog(page), 'Tirer au sort et prévoir').click();
      await dialog(page).getByText('Le sort a désigné').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    }, look);
    await centre.begin();
    await at(`/plan?essai=${centre.evening.id}`)(async (page) => {
      await dialog(page).getByText('Ce qu’il faut').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    }, look);
    await readOne();
    await onPlan(async (page) => { expect(await faultsOf(page)).toEqual([]); }, look);
  });

  it('stands without experiments where they cannot be read', async () => {
    await centre.start();
    await site.onPage({}, async (page, home) => {
      await page.route('**/plan/experiments', (route) => route.fulfill({ status: 422, contentType: 'application/problem+json', body: '{"type":"about:blank","title":"x","status":422,"reason":"invalid-input","detail":"Illisible."}' }));
      await page.goto(`${home}/plan`);
      await section(page).getByText('Illisible.').waitFor();
      await page.getByRole('heading', { name: 'Quatre semaines' }).waitFor();
      await page.getByRole('heading', { name: 'À décider' }).waitFor();
    });
  });
});
