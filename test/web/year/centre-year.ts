import type { Page } from 'playwright-core';
import { Random } from '../../bench/recommendations/random.js';
import { plain, visit } from '../../support/signed-in.js';
import type { Hands } from './hands.js';
import { fileOf, formerPosts, liveBy, type PublishedPost } from './outside-world.js';

/** The clock of the program and of its pages. */
export interface Clock { now: Date }

const HOME = '/o/le-cerisier';
const APPOINTMENT = 'Le jeudi soir';

/** A small centre with one channel, from its first file on: what its coordinator does, each act in the interface alone. */
export class CentreYear {
  private readonly random = new Random(11);
  private posts: PublishedPost[] = [];
  private feed = '';

  constructor(private readonly hands: Hands, private readonly clock: Clock) {}

  get page(): Page { return this.hands.page; }

  /** The first day: an account, the file of what was published before, the month it shows. */
  async begins(): Promise<void> {
    const { page, hands } = this;
    await this.goesTo('/');
    await hands.write(page.getByLabel('Nom du centre ou de l’association'), 'Le Cerisier');
    await hands.write(page.getByLabel('Votre nom'), 'Coordination');
    await hands.write(page.getByLabel('Adresse électronique'), 'coordination@cerisier.example');
    await hands.write(page.getByLabel('Mot de passe'), 'une courte phrase');
    await hands.press(page.getByRole('button', { name: 'Créer le compte' }));
    await page.getByRole('heading', { name: 'Le compte est prêt. Par où commencer' }).waitFor();
    this.posts = formerPosts(this.clock.now, this.random);
    await this.importsItsFile();
  }

  /** The file of all that is published so far, later figures of earlier posts included. */
  async importsItsFile(): Promise<void> {
    const { page, hands } = this;
    await this.opens('donnees/importer');
    await hands.handIn(page.locator('input[type=file]'), fileOf(this.posts, this.clock.now));
    await hands.press(page.getByRole('button', { name: 'Importer ce fichier' }));
    await page.getByRole('heading', { name: /publications? (est reprise|sont reprises)|Rien de neuf/ }).waitFor();
  }

  /** A recommendation is put to the test: drawn lots decide when. */
  async triesAtHome(advice: RegExp): Promise<void> {
    const { page, hands } = this;
    await this.opens('plan');
    await hands.press(page.locator('.advice').filter({ hasText: advice }).getByRole('button', { name: 'Tester chez nous' }));
    await hands.press(this.dialog.getByRole('button', { name: 'Commencer l’essai' }));
    await page.getByText('L’essai commence.').waitFor();
  }

  /** Subjects for the experiment, a day each; the draw says how each is published. */
  async plansForTheTrial(days: readonly string[]): Promise<void> {
    const { page, hands } = this;
    await this.opens('plan');
    for (const day of days) {
      await hands.press(page.getByRole('button', { name: /^Publier pour cet essai/ }));
      await hands.write(this.dialog.getByLabel('De quoi parlera-t-elle'), `Sujet du ${day}`);
      await hands.write(this.dialog.getByLabel('Jour', { exact: true }), day);
      await hands.press(this.dialog.getByRole('button', { name: 'Tirer au sort et prévoir' }));
      await this.dialog.getByText('Le sort a désigné').waitFor();
      await hands.press(this.dialog.getByRole('button', { name: 'Fermer' }).last());
    }
  }

  /** What a part of the page says. */
  async reads(part: string): Promise<string> {
    return plain(await this.page.getByRole('region', { name: part }).textContent());
  }

  /** What the figures say of the evening becomes a line of the plan. */
  async accepts(advice: RegExp): Promise<void> {
    const { page, hands } = this;
    await this.opens('plan');
    const card = page.locator('.advice').filter({ hasText: advice });
    await hands.press(card.getByRole('button', { name: 'Ajouter au plan' }));
    await hands.write(this.dialog.getByLabel('À qui cela revient'), 'communication');
    await hands.press(this.dialog.getByRole('button', { name: 'Ajouter au plan' }));
    await page.getByText('C’est au plan.').waitFor();
  }

  async setsAnObjective(people: string): Promise<void> {
    const { page, hands } = this;
    await this.opens('plan');
    await hands.press(page.getByRole('button', { name: 'Fixer un objectif' }));
    await hands.write(this.dialog.getByLabel('Personnes touchées'), people);
    await hands.press(this.dialog.getByRole('button', { name: 'Enregistrer' }));
    await page.getByText(`Lettre d’information : ${people} personnes pour 100 abonnés`).waitFor();
  }

  /** Every Thursday evening. */
  async promises(from: string): Promise<void> {
    const { page, hands } = this;
    await this.opens('plan');
    await hands.press(page.getByRole('button', { name: 'Ajouter un rendez-vous' }));
    await hands.write(this.dialog.getByLabel('Son nom'), APPOINTMENT);
    await hands.choose(this.dialog.getByLabel('Jour de la semaine'), 'jeudi');
    await hands.write(this.dialog.getByLabel('Heure'), '18:30');
    await hands.write(this.dialog.getByLabel('À partir du'), from);
    await hands.press(this.dialog.getByRole('button', { name: 'Ajouter', exact: true }));
    await page.locator('.calendar').getByRole('button', { name: APPOINTMENT }).first().waitFor();
  }

  /** The agenda of the house reads the plan from now on. */
  async subscribes(): Promise<void> {
    const { page, hands } = this;
    await this.opens('plan');
    await hands.press(page.getByRole('button', { name: 'S’abonner au calendrier' }));
    await hands.press(this.dialog.getByRole('button', { name: 'Créer une adresse' }));
    this.feed = await this.dialog.getByLabel('L’adresse secrète').inputValue();
  }

  /** A month is lived by what the calendar said at its beginning, then its file is handed in on the second day of the next. */
  async lives(month: string): Promise<void> {
    const next = nextMonth(month);
    this.posts.push(...(await liveBy(this.feed, { days: { from: new Date(`${month}-01T00:00:00Z`), to: new Date(`${next}-01T00:00:00Z`) }, appointment: APPOINTMENT }, this.random)));
    await this.isThe(`${next}-02T09:00:00Z`);
    await this.importsItsFile();
  }

  /** The team reads the month, writes its word and closes it. */
  async reviews(month: string, word: string): Promise<void> {
    const { page, hands } = this;
    await this.opens(`rapport?mois=${month}`);
    await hands.press(page.getByRole('button', { name: 'Écrire un mot' }));
    await hands.write(page.getByLabel('Votre mot'), word);
    await hands.press(page.getByRole('button', { name: 'Enregistrer' }));
    await page.locator('.report-comment').getByText(word).waitFor();
    await hands.press(page.getByRole('button', { name: /^Clore / }));
    await page.getByRole('heading', { name: /^Mois clos le / }).waitFor();
  }

  /** The same around one screen, step after step. */
  async reviewsTogether(month: string, word: string): Promise<void> {
    const { page, hands } = this;
    await this.opens(`rapport/revue?mois=${month}`);
    for (const step of ['Ce que nous avons essayé', 'Décider', 'Écrire le mot du mois']) await hands.press(page.getByRole('link', { name: `Suite : ${step}` }).or(page.getByRole('button', { name: `Suite : ${step}` })));
    await hands.press(page.getByRole('button', { name: 'Écrire un mot' }));
    await hands.write(page.getByLabel('Votre mot'), word);
    await hands.press(page.getByRole('button', { name: 'Enregistrer' }));
    await page.getByText('Le mot est enregistré').waitFor();
    await hands.press(page.getByRole('link', { name: /^Suite : Clore/ }).or(page.getByRole('button', { name: /^Suite : Clore/ })));
    await hands.press(page.getByRole('button', { name: /^Clore / }));
    await page.getByText('Le mois est clos.').waitFor();
  }

  /** How many times the appointment was kept in truth, from that day on. */
  keptSince(day: string): number {
    return this.posts.filter(({ text, at }) => text.includes(APPOINTMENT) && at >= new Date(day)).length;
  }

  async isThe(instant: string): Promise<void> {
    this.clock.now = new Date(instant);
    await this.page.clock.setFixedTime(this.clock.now);
  }

  async opens(path: string): Promise<void> {
    await visit(this.page, `${HOME}/${path}`);
  }

  private get dialog() { return this.page.getByRole('dialog'); }

  private async goesTo(address: string): Promise<void> {
    await this.page.goto(address);
  }
}

export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}
