import { describe, expect, it } from 'vitest';
import { en } from './en/en.js';
import { fr } from './fr/fr.js';
import { collections as frenchCollections } from './fr/collections.js';
import { hosting as frenchHosting } from './fr/hosting.js';
import { start } from './fr/start.js';
import { connect as frenchConnect } from './fr/connect.js';
import { sharing as frenchSharing } from './fr/sharing.js';
import { collections as dutchCollections } from './nl/collections.js';
import { connect as dutchConnect } from './nl/connect.js';
import { hosting as dutchHosting } from './nl/hosting.js';
import { sharing as dutchSharing } from './nl/sharing.js';

/** Every source of the web app but the catalogues themselves and the specs. */
const files = Object.entries(import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.spec.*', '!./{fr,en,nl}/*'], { query: '?raw', import: 'default', eager: true }))
  .map(([path, text]) => ({ name: path.replace('../', '').replace('./', 'locales/'), text }));
const keys = Object.keys(fr);
const allText = files.map(({ text }) => text).join('\n');

/** Beginnings of keys that are put together: t(`overview.none.${reason}`). */
const prefixes = [...allText.matchAll(/`([a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.)\$\{/g)].map((found) => found[1] ?? '');

describe('the catalogues', () => {
  it('have every sentence in French and in English, none empty', () => {
    expect(Object.keys(en).toSorted()).toEqual(keys.toSorted());
    expect(Object.entries({ ...fr }).filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(Object.entries({ ...en }).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('ask in English and Dutch for no value that the French does not name', () => {
    // Text of a plural branch stands in braces too: « one {follower} ».
    const values = (text: string): string[] => [...text.matchAll(/(?<!(?:one|other|=\d+) )\{(\w+)(?:,|\})/g)].map((found) => found[1] ?? '');
    const french: Record<string, string> = fr;
    const unknown = [...Object.entries(en), ...Object.entries(dutchCollections), ...Object.entries(dutchConnect), ...Object.entries(dutchHosting), ...Object.entries(dutchSharing)].flatMap(([key, text]) => values(text).filter((value) => !values(french[key] ?? '').includes(value)).map((value) => `${key}: ${value}`));
    expect(unknown).toEqual([]);
  });

  it('have every sentence about collections, connections and shares in Dutch too, though it is not spoken yet', () => {
    expect(Object.keys(dutchCollections).toSorted()).toEqual(Object.keys(frenchCollections).toSorted());
    expect(Object.keys(dutchHosting).toSorted()).toEqual(Object.keys(frenchHosting).toSorted());
    expect(Object.keys(dutchConnect).toSorted()).toEqual(Object.keys(frenchConnect).toSorted());
    expect(Object.keys(dutchSharing).toSorted()).toEqual(Object.keys(frenchSharing).toSorted());
  });

  it('hold no sentence that nobody says', () => {
    const unused = keys.filter((key) => !allText.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });

  it('hold every sentence of the first pages in the part that is fetched first', () => {
    const later = keys.filter((key) => !(key in start));
    const early = files.filter(({ name }) => !/^(features\/(channels|connect|data|effort|monthly-report|plan|posts|sharing|timing)|ui\/advice)\/|^features\/overview\/(lesson|movement|waiting)|^features\/settings\/(analysis|calendar|holiday|share)/.test(name));
    const missing = early.flatMap(({ name, text }) => later.filter((key) => text.includes(`'${key}'`)).map((key) => `${name}: ${key}`));
    expect(missing).toEqual([]);
  });

  it('write French as it is set: narrow spaces, true apostrophes and guillemets', () => {
    const wrong = Object.entries(fr).filter(([, text]) => {
      // A straight quote in ICU escapes; a space before these signs is set narrow by the speaker, a missing one is not.
      const plain = text.replaceAll(/\{[^{}]*\}/g, 'x');
      return /\w'\w|"|\w[;!?]|\.\.\./.test(plain);
    });
    expect(wrong).toEqual([]);
  });
});

describe('the pages', () => {
  it('hold no sentence of their own', () => {
    const told = files.filter(({ name }) => name.endsWith('.tsx')).flatMap(({ name, text }) => sentencesIn(text).map((sentence) => `${name}: ${sentence}`));
    expect(told).toEqual([]);
  });
});

/** Languages name themselves, and the title of the sign is no sentence. */
const ALLOWED = ['Français', 'English'];

/** Words between tags, or given to an attribute that is read aloud. */
function sentencesIn(text: string): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  const between = [...code.matchAll(/<\/?[a-zA-Z][^<>]*>\s*([^<>{}();=]*\p{L}{2,}[^<>{}();=]*?)\s*<\//gu)].map((found) => found[1] ?? '');
  const spoken = [...code.matchAll(/(?:aria-label|title|placeholder|alt|label)="([^"]*\p{L}{2,}[^"]*)"/gu)].map((found) => found[1] ?? '');
  return [...between, ...spoken].map((words) => words.trim()).filter((words) => words !== '' && !ALLOWED.includes(words));
}
