import { locales, MAX_COMMENT } from '@portee/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crowdedReport, type Crowd } from '../../../../test/fixtures/crowded-report.sample.js';
import { paperFaults, wordsOf } from '../../../../test/support/paper.js';
import { hasPoppler } from '../../../../test/support/poppler.js';
import { renderPdf } from './render-pdf.js';
import { pagesOf } from './typst-compiler.js';

const longName = (index: number): string => `${index} Bibliothèque et ludothèque communales de Brumevaux-sur-Lesse, section des tout-petits et de leurs familles`;
const anyLocale = fc.constantFrom(...locales);

/** What stands in every document, in its language: sentences, three proposals, the main channel's figures. */
const kept = {
  fr: ['touche 6 personnes', 'On nous partage.', 'Environ 62% de personnes en plus', '5,6', 'entre 4,1 et 7,7', /7,7( 21 publications, octobre 2026)? 21 /, 'Ce qui a été vu et transmis', 'Les plus vues',
    'Quand on nous voit', 'Comment la portée évolue', 'Octobre 2026 sort de l’ordinaire', 'Ce que nous proposons', 'D’où viennent les chiffres'],
  en: ['reaches 6 people', 'About 62% more people', '5.6', 'between 4.1 and 7.7', /7\.7( 21 posts, October 2026)? 21 /, 'Seen most', 'When we are seen', 'How reach moves', 'What we propose', 'Where the figures come from'],
  nl: ['bereikt een typisch bericht 6 mensen', 'Ongeveer 62% meer mensen', '5,6', 'tussen 4,1 en 7,7', /7,7( 21 berichten, oktober 2026)? 21 /, 'Het meest gezien', 'Wanneer we gezien worden', 'Hoe het bereik evolueert', 'Wat we voorstellen', 'Waar de cijfers vandaan komen'],
};

describe.skipIf(!hasPoppler)('a month of any size', () => {
  it.each([
    { channels: 1, left: [] },
    { channels: 6, left: ['Laissé de côté pour tenir en quatre pages: les formats les plus rares'] },
    { channels: 9, left: ['Laissé de côté pour tenir en quatre pages: '] },
    { channels: 10, left: ['À lire dans Portée, sur la page du rapport du mois.'] },
    { channels: 40, left: ['les publications les moins vues', 'Faute de place, ce tableau s’en tient aux canaux les plus suivis', 'autres canaux se lisent dans Portée, sur la page du rapport du mois.'] },
    { channels: 250, left: ['autres canaux se lisent dans Portée, sur la page du rapport du mois.'] },
  ])('stands on four pages, with all that is decided upon, and says what it leaves out: $channels channels', async ({ channels, left }) => {
    const pdf = await renderPdf(crowdedReport({ channels, name: longName }), { locale: 'fr' });
    checkPages(pdf);
    const text = wordsOf(pdf);
    for (const words of [...kept.fr, ...left]) expect(text).toMatch(words);
    if (left.length === 0) expect(text).not.toMatch(/Laissé de côté|Faute de place/);
    if (channels > 4) expect(text.slice(text.indexOf('Ce que nous proposons')).match(/Indice solide|À vérifier/g)).toHaveLength(3);
  });

  it('counts the channels it leaves out, and keeps the main one and those of which it speaks', async () => {
    const pdf = await renderPdf(crowdedReport({ channels: 60, name: (index) => `n°${index}` }), { locale: 'fr' });
    const text = wordsOf(pdf);
    const left = Number(/(\d+) autres canaux se lisent/.exec(text)?.[1]);
    const shown = [...new Set(Array.from(text.matchAll(/n°(\d+) [\d—]/g), ([, index]) => Number(index)))];
    expect(shown.length + left).toBe(60);
    expect(shown).toEqual(expect.arrayContaining([0, 1, 2]));
  });

  it('cuts the team’s word only where nothing else is left, and says so', async () => {
    const text = wordsOf(await renderPdf(crowdedReport({ channels: 7, name: longName, comment: `${'Ⅷ'.repeat(MAX_COMMENT - 7)} la fin` }), { locale: 'fr' }));
    expect(text).toMatch(/Laissé de côté pour tenir en quatre pages: .*la fin du mot de l’équipe\. À lire dans Portée/);
    expect(text).not.toContain('III la fin');
  });

  it('lets a word of a thousand lines run on', async () => {
    const pdf = await renderPdf(crowdedReport({ channels: 7, name: longName, comment: Array.from({ length: 500 }, (_, line) => line).join('\n') }), { locale: 'fr' });
    checkPages(pdf);
    expect(wordsOf(pdf)).toContain(' 497 498 499 ');
  });

  it('holds for any number of channels, names, words of the team and languages', async () => {
    const repeated = (most: number): fc.Arbitrary<string> => fc.tuple(fc.constantFrom('W', 'a', 'Wo ', 'maison-', '🎭', 'é', '文', 'Ⅷ', 'ﷺ', 'n\n'), fc.integer({ min: 1, max: most })).map(([word, times]) => word.repeat(times));
    const anyCrowd: fc.Arbitrary<Crowd> = fc.record({ channels: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 90 })), word: repeated(120), comment: repeated(MAX_COMMENT) })
      .map(({ channels, word, comment }) => ({ channels, name: (index) => `${index} ${word}`, comment }));
    const emoji = { channels: 7, name: (index: number) => `${index} ${'🎭'.repeat(44)}` };
    await fc.assert(fc.asyncProperty(anyCrowd, anyLocale, async (crowd, locale) => {
      const pdf = await renderPdf(crowdedReport(crowd), { locale });
      checkPages(pdf);
      const text = wordsOf(pdf);
      expect(kept[locale].filter((words) => !(words instanceof RegExp ? words.test(text) : text.includes(words)))).toEqual([]);
    }), { numRuns: (fc.readConfigureGlobal().numRuns ?? 100) / 10, examples: [[emoji, 'en'], [emoji, 'fr'], [{ ...emoji, channels: 29 }, 'nl']] });
  });
});

function checkPages(pdf: Buffer): void {
  expect(paperFaults(pdf)).toEqual([]);
  expect(pagesOf(pdf)).toBeLessThanOrEqual(4);
}
