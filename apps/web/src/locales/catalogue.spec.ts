import { locales, speaker, writing, type Locale } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { en } from './en/en.js';
import { fr } from './fr/fr.js';
import { start } from './fr/start.js';
import { nl } from './nl/nl.js';
import { start as dutchStart } from './nl/start.js';

/** Every source of the web app but the catalogues themselves and the specs. */
const files = Object.entries(import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.spec.*', '!./{fr,en,nl}/*'], { query: '?raw', import: 'default', eager: true }))
  .map(([path, text]) => ({ name: path.replace('../', '').replace('./', 'locales/'), text }));
const keys = Object.keys(fr);
const catalogues: Record<Locale, Record<string, string>> = { fr, en, nl };
const speakers: Record<Locale, (key: string, values: Record<string, number>) => string> = { fr: speaker(catalogues, 'fr'), en: speaker(catalogues, 'en'), nl: speaker(catalogues, 'nl') };
const allText = files.map(({ text }) => text).join('\n');

/** Beginnings of keys that are put together: t(`overview.none.${reason}`). */
const prefixesIn = (text: string): string[] => [...text.matchAll(/`([a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.)\$\{/g)].map((found) => found[1] ?? '');
const prefixes = prefixesIn(allText);
const textOf = new Map(files.map(({ name, text }) => [name, text]));

describe('the catalogues', () => {
  it('have every sentence in each language, none empty', () => {
    for (const messages of Object.values(catalogues)) {
      expect(Object.keys(messages).toSorted()).toEqual(keys.toSorted());
      expect(Object.entries(messages).filter(([, text]) => text.trim() === '')).toEqual([]);
    }
    expect(Object.keys(dutchStart).toSorted()).toEqual(Object.keys(start).toSorted());
  });

  it('ask for no value that the French does not name', () => {
    const unknown = locales.flatMap((locale) => Object.entries(catalogues[locale]).flatMap(([key, text]) => valuesOf(text).filter((value) => !valuesOf(catalogues.fr[key] ?? '').includes(value)).map((value) => `${locale} ${key}: ${value}`)));
    expect(unknown).toEqual([]);
  });

  it('hold no sentence that cannot be read: it would be said with its braces', () => {
    const unread = locales.flatMap((locale) => keys.filter((key) => /[{}]/.test(speakers[locale](key, Object.fromEntries(valuesOf(catalogues.fr[key] ?? '').map((name) => [name, 2]))))).map((key) => `${locale} ${key}`));
    expect(unread).toEqual([]);
  });

  it('show the same figures and names in each language', () => {
    const told = locales.map((locale) => new Map(keys.map((key) => [key, shownBy(key, locale)])));
    const differing = keys.filter((key) => new Set(told.map((shown) => shown.get(key))).size > 1);
    expect(differing).toEqual([]);
  });

  it('hold no sentence that nobody says', () => {
    const unused = keys.filter((key) => !allText.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });

  it('hold every sentence of the first pages in the part that is fetched first', () => {
    const missing = namesOfFirst().flatMap((name) => said(name).filter((key) => !(key in start)).map((key) => `${name}: ${key}`));
    expect(missing).toEqual([]);
  });

  it('hold nothing in that part but what the first pages say', () => {
    const early = new Set(namesOfFirst().flatMap(said));
    expect(Object.keys(start).filter((key) => !early.has(key))).toEqual([]);
  });

  it('write French as it is set: narrow spaces, true apostrophes and guillemets', () => {
    const wrong = Object.entries(fr).filter(([, text]) => {
      // A straight quote in ICU escapes; a space before these signs is set narrow by the speaker, a missing one is not.
      const plain = text.replaceAll(/\{[^{}]*\}/g, 'x');
      return /\w'\w|"|\w[;!?]|\.\.\./.test(plain);
    });
    expect(wrong).toEqual([]);
  });

  it.each(['en', 'nl'] as const)('write %s as it is set: no space before a sign, curly quotes, no exclamation', (locale) => {
    const wrong = Object.entries(catalogues[locale]).filter(([, text]) => /[ \u00A0\u202F][;:?%]|[\w\s]'\w|"|\.\.\.|!|«|»|  /u.test(text.replaceAll(/\{[^{}]*\}/g, 'x')));
    expect(wrong).toEqual([]);
  });

  it('put no « de » or « que » before a month in French: three of twelve begin with a vowel', () => {
    expect(Object.entries(fr).filter(([, text]) => /\b(?:de|que) \{\w*[mM]onth\w*\}/.test(text))).toEqual([]);
  });

  it('write no date of their own: they are handed days and months already written', () => {
    expect(Object.values(catalogues).flatMap((messages) => Object.entries(messages).filter(([, text]) => /\{\w+, *(?:date|time)\b/.test(text)))).toEqual([]);
  });

  it('call nobody « u » in Dutch, and a thing published always the same', () => {
    expect(Object.entries(nl).filter(([, text]) => /\b(u|uw|posts?|publicaties)\b(?!\.)/iu.test(text.replaceAll(/\{\w+/g, '')))).toEqual([]);
  });
});

describe('the pages', () => {
  it('hold no sentence of their own', () => {
    const told = files.filter(({ name }) => name.endsWith('.tsx')).flatMap(({ name, text }) => sentencesIn(text).map((sentence) => `${name}: ${sentence}`));
    expect(told).toEqual([]);
  });
});

/** The sentences of a file, whether it names them or puts their keys together. */
function said(name: string): string[] {
  const text = textOf.get(name) ?? '';
  const begun = prefixesIn(text);
  return keys.filter((key) => text.includes(`'${key}'`) || begun.some((prefix) => key.startsWith(prefix)));
}

/** What is drawn with the first part of a language alone: the program, pages that are no `wordyPage`, and all they import. A file that names `WholeLanguage` fetches later only what stands under it. */
function namesOfFirst(): string[] {
  const found = new Set(['app/main.tsx']);
  for (const name of found) for (const wanted of importsOf(name)) if (textOf.has(wanted)) found.add(wanted);
  return [...found];
}

function importsOf(name: string): string[] {
  const text = textOf.get(name) ?? '';
  const [later, needed] = [/import\('([^']+)\.js'\)/g, /^(?:import|export) (?!type )[^;]*?from '(\.[^']+)\.js'/gm];
  const fetched = name === 'app/pages.ts' ? /laterPage\('[^']*', async \(\) => \(await import\('([^']+)\.js'\)/g : later;
  const paths = [...text.matchAll(needed), ...(text.includes('WholeLanguage') ? [] : text.matchAll(fetched))].map((match) => match[1] ?? '');
  return paths.flatMap((path) => ['.ts', '.tsx'].map((ending) => new URL(path + ending, `file:///${name}`).pathname.slice(1)));
}

/** Languages name themselves, and the title of the sign is no sentence. */
const ALLOWED = ['Français', 'English', 'Nederlands'];

/** Words between tags, or given to an attribute that is read aloud. */
function sentencesIn(text: string): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  const between = [...code.matchAll(/<\/?[a-zA-Z][^<>]*>\s*([^<>{}();=]*\p{L}{2,}[^<>{}();=]*?)\s*<\//gu)].map((found) => found[1] ?? '');
  const spoken = [...code.matchAll(/(?:aria-label|title|placeholder|alt|label)="([^"]*\p{L}{2,}[^"]*)"/gu)].map((found) => found[1] ?? '');
  return [...between, ...spoken].map((words) => words.trim()).filter((words) => words !== '' && !ALLOWED.includes(words));
}

/** Names of the values a message asks for. Text of a plural branch stands in braces too: « one {follower} ». */
function valuesOf(text: string): string[] {
  return [...text.matchAll(/(?<!(?:one|other|yes|=\d+) )\{(\w+)(?:,|\})/g)].map((found) => found[1] ?? '');
}

/** Which of the values that French names a sentence shows: each is given a number of its own. */
function shownBy(key: string, locale: Locale): string {
  const names = [...new Set(valuesOf(catalogues.fr[key] ?? ''))].toSorted();
  const said = speakers[locale](key, Object.fromEntries(names.map((name, place) => [name, 701 + place])));
  return names.filter((_name, place) => said.includes(writing(locale).number(701 + place))).join(' ');
}
