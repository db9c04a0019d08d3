import { locales, MAX_DUTIES, MAX_PUBLICS, planTextLengths, type PlanDocument } from '@portee/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankPlan, crowdedPlan, samplePlan } from '../../../../test/fixtures/plan-document.sample.js';
import { paperFaults, wordsOf } from '../../../../test/support/paper.js';
import { hasPoppler } from '../../../../test/support/poppler.js';
import { MISSING_SIGN } from './pdf-text.js';
import { MOST_PLAN_PAGES, renderPlanPdf } from './render-plan-pdf.js';
import { pagesOf } from './typst-compiler.js';

/** What stands in the sample, in each language: of every section its title, and what is drawn from data. */
const said = {
  fr: ['Notre plan de communication', 'Adopté le 12 novembre 2026 (conseil d’administration).', 'Notre semaine', 'Ce que nous visons', '4e trimestre 2026 Facebook: une publication typique touche 7 personnes pour 100 abonnés',
    'À qui nous parlons', 'Facebook · Centre culturel de Brumevaux', 'Chaque jeudi, à 18 h 30 L’agenda du week-end (album, communication)', 'Un vendredi sur deux, à 9 h', 'sauf pendant les vacances scolaires', 'Ce que nous avons décidé',
    'Tous les canaux, du 1er septembre 2026 au 30 juin 2027', 'avec des vidéos courtes, ou avec des photos Tiré au sort, 38 publications, jusqu’au 1er mars 2027', 'Qui fait quoi', 'Les règles de la maison', 'Ce que nous ne publions jamais',
    'Prochaine révision du plan Le 15 juin 2027.', 'Vacances d’hiver Du 21 décembre 2026 au 3 janvier 2027', 'Pour l’instance qui l’adopte', 'Signature', 'Plan au 23 novembre 2026 page 1 / 2'],
  en: ['Our communication plan', 'Adopted on 12 November 2026', '4th quarter of 2026 Facebook: a typical post reaches 7 people for 100 followers', 'Every Thursday at 18:30', 'Every other Friday at 09:00', 'except during school holidays',
    'All channels, from 1 September 2026 to 30 June 2027', 'What we never publish', 'For the body that adopts it', 'Plan as of 23 November 2026 page 1 / 2'],
  nl: ['Ons communicatieplan', 'Goedgekeurd op 12 november 2026', '4e kwartaal van 2026 Facebook: een typisch bericht bereikt 7 mensen per 100 volgers', 'Elke donderdag om 18:30', 'Om de twee weken op vrijdag, om 09:00', 'niet tijdens schoolvakanties',
    'Alle kanalen, van 1 september 2026 tot 30 juni 2027', 'Wat we nooit publiceren', 'Voor het orgaan dat het goedkeurt', 'Plan op 23 november 2026 pagina 1 / 2'],
};

describe.skipIf(!hasPoppler)('the written plan on paper', () => {
  it.each(locales)('says what the team wrote and what is known beside it, in order: %s', async (locale) => {
    const pdf = await renderPlanPdf(samplePlan(), { locale });
    expect(paperFaults(pdf)).toEqual([]);
    expect(pagesOf(pdf)).toBe(2);
    const text = wordsOf(pdf);
    const { aims, publics, duties, rules } = samplePlan().written;
    const typed = [...(aims ?? '').split('\n\n'), ...publics.map(({ who }) => who), ...duties.map(({ does }) => does ?? ''), ...Object.values(rules).map((rule) => rule ?? '')];
    for (const words of [...said[locale], ...typed]) expect(text).toContain(words);
    expect(text).not.toMatch(/NaN|undefined|null|\{/);
  });

  it('leaves room to write by hand what is not written yet, and holds two pages', async () => {
    const pdf = await renderPlanPdf(blankPlan(), { locale: 'fr' });
    const text = wordsOf(pdf);
    expect([paperFaults(pdf), pagesOf(pdf), text.match(/À compléter/g)?.length]).toEqual([[], 2, 9]);
    for (const words of ['Projet: ce plan n’est pas encore adopté.', 'Aucun canal n’a encore été ajouté', 'Signature']) expect(text).toContain(words);
    expect(text).not.toContain('Ce que nous avons décidé');
  });

  it('tells an adoption that its text has outlived, and data that is fictitious on each page', async () => {
    const plan = samplePlan();
    const later = { ...plan, organisation: { ...plan.organisation, isDemonstration: true }, written: { ...plan.written, textDay: '2026-11-20' } };
    const text = wordsOf(await renderPlanPdf(later, { locale: 'fr' }));
    expect(text).toContain('Dernier changement du texte: le 20 novembre 2026, après cette date.');
    expect(text.match(/Données fictives/g)).toHaveLength(3);
    expect(wordsOf(await renderPlanPdf(plan, { locale: 'fr' }))).not.toMatch(/Dernier changement|fictives/);
  });
});

describe.skipIf(!hasPoppler)('a plan of any size', () => {
  it.each([{ channels: 12 }, { channels: 60 }])('names of 300 appointments those there is room for, and says how many are left: $channels channels', async ({ channels }) => {
    const pdf = await renderPlanPdf(crowdedPlan({ appointments: 300, channels }), { locale: 'fr' });
    const text = wordsOf(pdf);
    const left = Number(/(\d+) autres rendez-vous se lisent dans Portée/.exec(text)?.[1]);
    expect([paperFaults(pdf), left + (text.match(/Rendez-vous n°/g)?.length ?? 0)]).toEqual([[], 300]);
    expect(pagesOf(pdf)).toBeLessThanOrEqual(MOST_PLAN_PAGES);
    // A channel whose appointments are left out is not told as one without.
    expect(text).not.toContain('Sans rendez-vous fixe');
    const named = text.match(/Facebook · Page \d+/g)?.length ?? 0;
    expect(named + Number(/(\d+) autres canaux se lisent/.exec(text)?.[1] ?? 0)).toBe(channels);
  });

  it('prints the longest text a team can write, whole, on five pages', async () => {
    const pdf = await renderPlanPdf(longestPlan('Une phrase de plus pour les voisins, '), { locale: 'fr' });
    const text = wordsOf(pdf);
    expect([paperFaults(pdf), pagesOf(pdf)]).toEqual([[], MOST_PLAN_PAGES]);
    // Each text ends with its own mark: none is cut.
    expect(new Set(text.match(/fin\d+/g)).size).toBe(1 + 2 * MAX_PUBLICS + 2 * MAX_DUTIES + 4 + 1);
    expect(text).toMatch(/\d+ autres rendez-vous/);
  });
});

describe('texts that people typed', () => {
  const hostile = ['#import "/etc/passwd": * $x$ *gras* @renvoi <label> \\ // #panic()', '🎉 👩🏽‍🎨 🇧🇪 ❤️', 'مرحبا \u202Eabc שלום', '漢字', 'x'.repeat(160), 'a\u0007b \uD800'];

  it.skipIf(!hasPoppler)('are data, never layout; what no font has becomes a square', async () => {
    const plan = samplePlan();
    const publics = hostile.map((text) => ({ who: text.slice(0, 80), where: text }));
    const pdf = await renderPlanPdf({ ...plan, written: { ...plan.written, aims: hostile.join('\n'), publics } }, { locale: 'fr' });
    const text = wordsOf(pdf);
    expect(paperFaults(pdf)).toEqual([]);
    expect(text).toContain('#import "/etc/passwd": * $x$ *gras*');
    expect(text).toContain(MISSING_SIGN.repeat(2));
    expect(text).toMatch(/שלום|םולש/);
  });

  it('never stop the document, whatever they hold and wherever they stand', async () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), fc.string({ unit: 'grapheme', maxLength: 120 }), fc.constantFrom(...hostile)).filter((text) => text.trim() !== '');
    await fc.assert(fc.asyncProperty(anyText, fc.constantFrom(...locales), async (text, locale) => {
      const pdf = await renderPlanPdf(everywhere(text), { locale });
      expect(pdf.length).toBeGreaterThan(10_000);
      if (hasPoppler) expect(paperFaults(pdf)).toEqual([]);
    }), { numRuns: 25 });
  }, 60_000);
});

/** Every text at its longest, each with a mark of its own at its end. */
function longestPlan(words: string): PlanDocument {
  let mark = 0;
  const fill = (length: number): string => { mark += 1; return `${words.repeat(Math.ceil(length / words.length)).slice(0, length - 7)} fin${mark}`.padEnd(length, '.'); };
  const crowd = crowdedPlan({ appointments: 300, channels: 12 });
  const { aims, rule, who, where, does, rhythm } = planTextLengths;
  return {
    ...crowd,
    written: {
      ...crowd.written, aims: fill(aims), rules: { tone: fill(rule), answers: fill(rule), images: fill(rule), never: fill(rule) }, rhythm: fill(rhythm),
      publics: Array.from({ length: MAX_PUBLICS }, () => ({ who: fill(who), where: fill(where) })), duties: Array.from({ length: MAX_DUTIES }, () => ({ role: fill(60), does: fill(does) })),
    },
  };
}

function everywhere(text: string): PlanDocument {
  const plan = samplePlan();
  return {
    ...plan, organisation: { ...plan.organisation, name: text },
    written: { ...plan.written, aims: text, publics: [{ who: text, where: text }], duties: [{ role: text, does: text }], rules: { tone: text, answers: text, images: text, never: text }, rhythm: text, adoption: { day: '2026-11-01', by: text } },
    known: {
      ...plan.known, channels: plan.known.channels.map((channel) => ({ ...channel, name: text })), appointments: plan.known.appointments.map((one) => ({ ...one, title: text, role: text })),
      lines: plan.known.lines.map((one) => ({ ...one, title: text, role: text })), holidays: plan.known.holidays.map((one) => ({ ...one, name: text })),
    },
  };
}
