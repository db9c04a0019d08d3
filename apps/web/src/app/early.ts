import type { Locale, OrganisationView } from '@portee/shared';
import { askEarly } from '../api/early-answers.js';
import { keptPlaceAt } from '../api/kept-place.js';
import { MONTH_PARAMETER, monthToShow } from '../format/months.js';
import { firstLocale } from '../locales/kept-locale.js';
import { themeToShow } from '../ui/theme-choice.js';
import { asksOf } from './early-asks.js';
import { isAt } from './early-paths.js';

/** What each page will fetch, as the build knows it (`early-script.ts`): names of files, pages and languages pointing into them. */
export interface EarlyFiles {
  files: readonly string[];
  pages: readonly { path: string; isWordy: boolean; needs: readonly number[] }[];
  start: Record<Locale, readonly number[]>;
  whole: Record<Locale, readonly number[]>;
}

declare const EARLY_FILES: EarlyFiles;

// Runs before anything is drawn, in a file of its own because the page's policy allows no inline script: light or dark, and then
// whatever the page of this address will need, asked for while the first script is still on its way over a slow line.
document.documentElement.dataset['theme'] = themeToShow();
const locale = firstLocale();
const { files, pages, start, whole } = EARLY_FILES;
const page = pages.find(({ path }) => isAt(path, location.pathname));
ask();
const needed = new Set([...start[locale], ...(page?.needs ?? []), ...(page?.isWordy === true ? whole[locale] : [])]);
document.head.append(...[...needed].map((place) => linkTo(files[place] ?? '')));
// What browsers know of hours and languages takes a phone a twentieth of a second to unpack, once: now, while it has nothing else to do.
setTimeout(() => { new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Brussels', month: 'long', hour: '2-digit' }).format(0); });

function ask(): void {
  askEarly('session', locale);
  const slug = keptPlaceAt(location.pathname);
  if (slug === null) return;
  const place = `organisations/${slug}`;
  const asks = asksOf(location.pathname).map((path) => path.replace(':place', place));
  for (const path of asks) if (!path.includes(':month')) askEarly(path, locale);
  const ofMonth = asks.filter((path) => path.includes(':month'));
  askEarly(place, locale, async (answer) => {
    const month = await monthOf(answer);
    for (const path of ofMonth) askEarly(path.replace(':month', month), locale);
  });
}

async function monthOf(answer: Response): Promise<string> {
  const organisation: OrganisationView = JSON.parse(await answer.text());
  return monthToShow(new URLSearchParams(location.search).get(MONTH_PARAMETER), organisation);
}

function linkTo(file: string): HTMLLinkElement {
  const isStyle = file.endsWith('.css');
  return Object.assign(document.createElement('link'), { rel: isStyle ? 'preload' : 'modulepreload', ...(isStyle && { as: 'style' }), crossOrigin: '', href: `/${file}` });
}
