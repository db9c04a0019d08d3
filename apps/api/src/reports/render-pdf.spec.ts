import { execFileSync } from 'node:child_process';
import type { ChannelReport, MonthlyReport } from '@portee/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyReport, sampleReport } from '../../../../test/fixtures/monthly-report.sample.js';
import { MISSING_SIGN } from './pdf-text.js';
import { renderPdf } from './render-pdf.js';
import { hasPoppler, pdfText } from '../../../../test/support/poppler.js';

/** Reading the words back needs poppler's tools; without them only the file's own structure is checked. */

describe('the board document', () => {
  it('is a tagged, titled PDF in French, its three fonts inside, under 400 kB, on two to four pages', async () => {
    const pdf = await renderPdf(sampleReport(), { locale: 'fr' });
    const raw = pdf.toString('latin1');
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(raw).toMatch(/\/Marked true/);
    expect(raw).toMatch(/\/Lang \(fr/);
    expect(raw).toMatch(/pdfuaid:part>1</);
    expect(fontsOf(raw)).toEqual(['AtkinsonHyperlegibleNext-Bold', 'AtkinsonHyperlegibleNext-Regular', 'BricolageGrotesque-Bold']);
    expect(pdf.length).toBeLessThan(400_000);
    expect(pagesOf(pdf)).toBe(4);
  });

  it.skipIf(!hasPoppler)('reads in the order it is laid out, with the month’s figures', async () => {
    const text = await textOf(sampleReport());
    const order = [
      'Le Lavoir, Brumevaux', 'Données fictives', 'Octobre 2026', 'Pour 100 abonnés, une publication typique touche 6 personnes.',
      '21 publications non sponsorisées', '62% des vues', '143 partages pour 684 j’aime', 'Le début de soirée aide, sur Instagram.', '(probablement entre +12% et +70%)',
      'Entre 5 et 7 pour 100 depuis juin, trop tôt pour parler de tendance', 'Le 15 juin 2026, Facebook a changé sa façon de compter',
      'Nos canaux, un par un', '14 pour 100', '47 pour 100', 'probablement entre 4,1 et 7,7', '21 143 pour 684',
      'Ce qui a été vu et transmis', 'Les plus vues', 'Les bottes de pluie', 'Les moins vues',
      'Ce qui se partage, format par format', 'du 15 juin 2026 (nouveau comptage) au 23 novembre 2026, 58 publications non sponsorisées', 'album 6 6,7 entre 3,7 et 12, 6 publications (peu) 12', 'Quand on nous voit', 'Le début de soirée de 17 h à 21 h', 'À vérifier',
      'Jours: pas de différence visible', 'Comment la portée évolue', 'Trop tôt pour parler de tendance.', 'Ce que nous proposons', 'Indice solide Instagram', 'À vérifier Facebook', 'Essai proposé: 38 publications', 'Les mots de ce document', 'D’où viennent les chiffres',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(order.filter((_, index) => places[index] === -1)).toEqual([]);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it.skipIf(!hasPoppler)('says at the foot of each page its number, the date of the figures and that they are invented', async () => {
    const pages = readBack(await renderPdf(sampleReport(), { locale: 'fr' })).split('\f').filter((page) => page.trim() !== '');
    pages.forEach((page, index) => {
      expect(page).toContain(`page ${index + 1} / 4`);
      expect(page).toContain('Chiffres relevés le 9 novembre 2026');
      expect(page).toContain('Données fictives');
    });
  });

  it.skipIf(!hasPoppler)('gives a screen reader headings, tables with headers and a sentence for each picture', async () => {
    const structure = execFileSync('pdfinfo', ['-struct', '-'], { input: await renderPdf(sampleReport(), { locale: 'fr' }), stdio: 'pipe' }).toString();
    for (const kind of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD']) expect(structure).toContain(kind);
    // One large hundred, one chart, four small hundreds; three bands of hours, one fall and one sign that have a range.
    expect(structure.match(/Figure/g)).toHaveLength(11);
  });

  it.skipIf(!hasPoppler)('is as complete in English', async () => {
    const text = await textOf(sampleReport(), 'en');
    expect(text).toContain('a typical post reaches 6 people.');
    expect(text).not.toMatch(/abonnés|publication typique|partages/);
  });
});

describe('months that are not like others', () => {
  it.skipIf(!hasPoppler).each<{ what: string; report: MonthlyReport; said: string[]; not: RegExp }>([
    { what: 'a new centre promises nothing', report: emptyReport(), said: ['Pas encore de portée à montrer', 'Aucun chiffre relevé'], not: /Données fictives|Nos canaux/ },
    { what: 'less than one person is said in words', report: withMain(headline(0.003)), said: ['moins d’une personne'], not: /touche 0/ },
    { what: 'from a hundred on, as many as followers', report: withMain(headline(1.4)), said: ['autant de personnes que d’abonnés, ou plus'], not: /touche 140/ },
    { what: 'unknown posts are told from organic ones', report: withMain((main) => ({ headline: { ...main.headline, basis: 'organic-and-unknown' } })), said: ['sponsorisé non distingué'], not: /21 publications non sponsorisées/ },
    { what: 'estimated followers are said', report: withMain((main) => ({ headline: { ...main.headline, followersEstimated: true } })), said: ['Abonnés estimés'], not: /NaN/ },
    { what: 'an unknown number is a dash with its reason, never a zero', report: { ...withMain(() => ({ followers: null })), advice: null }, said: ['Nombre d’abonnés inconnu', '—'], not: /\b0 abonné/ },
    { what: 'sums that nobody knows stay unknown', report: withMain(() => ({ sharing: { posts: 3, likes: null, shares: null, sharesPerLike: null } })), said: ['Partages ou j’aime inconnus'], not: /0 partage/ },
    { what: 'a network without reach shows its stand-ins as such', report: onlyMastodon(), said: ['Non mesurable sur ce réseau', 'À la place', '23 partages'], not: /pour 100 abonnés, une publication/i },
  ])('$what', async ({ report, said, not }) => {
    const text = await textOf(report);
    for (const words of said) expect(text).toContain(words);
    expect(text).not.toMatch(not);
    expect(text).not.toMatch(/NaN|undefined|null|\{/);
  });

  it.skipIf(!hasPoppler)('never leaves the source of the figures alone on a page', async () => {
    const long = 'Une phrase de plus pour les voisins, les amis et les curieux. '.repeat(4);
    const { best, least, ...report } = sampleReport();
    const wordy = { ...report, best: best.map((post) => ({ ...post, text: long })), least: least.map((post) => ({ ...post, text: long })) };
    for (const month of [sampleReport(), wordy, { ...report, best: [], least: [] }]) {
      const last = readBack(await renderPdf(month, { locale: 'fr' })).split('\f').filter((page) => page.trim() !== '').at(-1);
      expect(last).toContain('Les mots de ce document');
      expect(last).toContain('D’où viennent les chiffres');
    }
  });
});

describe('texts that people typed', () => {
  const hostile = [
    '#import "/etc/passwd": * $x$ *gras* _souligné_ @renvoi <label> \\ // #panic()', '🎉 👩🏽‍🎨 🇧🇪 ❤️ 1️⃣ → ✓ Ω 13ᵉ', '漢字 かな 한국어',
    '𝗕𝗼𝗹𝗱', 'مرحبا \u202Eabc שלום', 'x'.repeat(5000), 'a\u0000b\u0007c \uD800 \uDFFF \uE000', `z${'\u0321'.repeat(300)}`, 'e\u0363t', '  \n\t ', '"quoted" ${code} {{x}}',
  ];

  it.skipIf(!hasPoppler)('are data, never layout; what no font has becomes a square', async () => {
    const text = await textOf(withTexts(hostile));
    expect(text).toContain('#import "/etc/passwd": * $x$ *gras*');
    expect(text).toContain(MISSING_SIGN.repeat(2));
    expect(text).toContain('Bold');
    expect(text).toContain('Sans texte');
  });

  it('never stop the document, whatever they hold', async () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 400 }));
    await fc.assert(fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 25 }), async (texts) => {
      const report = withTexts(texts);
      report.organisation.name = texts[0] ?? '';
      expect((await renderPdf(report, { locale: 'fr' })).length).toBeGreaterThan(10_000);
    }), { numRuns: 12 });
  }, 30_000);
});

describe('several documents at once', () => {
  it('come one after the other, and one that fails stops no other', async () => {
    const broken = { ...sampleReport(), figuresAt: 'not an instant' };
    const [first, second, third] = await Promise.allSettled([sampleReport(), broken, sampleReport()].map((report) => renderPdf(report, { locale: 'fr' })));
    expect(first?.status).toBe('fulfilled');
    expect(second?.status).toBe('rejected');
    expect(third).toEqual(first);
  });
});

function withMain(change: (main: ChannelReport) => Partial<ChannelReport>): MonthlyReport {
  const report = sampleReport();
  return { ...report, channels: report.channels.map((channel) => (channel.channel.id === report.mainChannelId ? { ...channel, ...change(channel) } : channel)) };
}

function headline(median: number): (main: ChannelReport) => Partial<ChannelReport> {
  return (main) => ({ headline: { ...main.headline, figure: { median, low: median / 2, high: median * 2, posts: 9 } } });
}

function onlyMastodon(): MonthlyReport {
  const report = sampleReport();
  return { ...report, mainChannelId: null, notes: [], best: [], least: [], channels: report.channels.filter(({ givesReach }) => !givesReach) };
}

function withTexts(texts: readonly string[]): MonthlyReport {
  const report = sampleReport();
  const [post] = report.best;
  return { ...report, best: post === undefined ? [] : texts.map((text) => ({ ...post, text })), least: [] };
}

async function textOf(report: MonthlyReport, locale: 'fr' | 'en' = 'fr'): Promise<string> {
  return readBack(await renderPdf(report, { locale })).replace(/\s+/g, ' ');
}

/** The words of a PDF, in reading order, form feeds between pages. Narrow spaces are left out: some versions of the tool lose them. */
function readBack(pdf: Buffer): string {
  return pdfText(pdf, 'raw').replaceAll('\u202F', '');
}

function pagesOf(pdf: Buffer): number {
  return (pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;
}

/** Names of the embedded faces, without the letters that mark a part of a face. */
function fontsOf(raw: string): string[] {
  return [...new Set(Array.from(raw.matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g), ([, name = '']) => name))].toSorted();
}
