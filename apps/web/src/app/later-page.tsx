import type { Locale } from '@portee/shared';
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { matchPath } from 'react-router';
import { fetchPart } from '../api/fetch-part.js';
import { loadWholeLanguage } from '../locales/language.js';
import { WholeLanguage } from '../locales/translation.js';
import { LoadingState } from '../ui/states.js';

/** A page whose script is fetched when somebody goes there. */
export interface LaterPage {
  /** Under `/o/:slug`, or from the root. */
  path: string;
  element: ReactNode;
  /** Fetches its script, and its sentences where it says more than the first pages: nothing waits for the answer. */
  fetch: (locale: Locale) => void;
}

type FetchPage = () => Promise<ComponentType>;

/** A page that says only what the first pages say. */
export function laterPage(path: string, fetchPage: FetchPage): LaterPage {
  const Page = lazy(async () => ({ default: await fetchPart(fetchPage) }));
  return { path, element: <Suspense fallback={<LoadingState />}><Page /></Suspense>, fetch: () => { begin(fetchPart(fetchPage)); } };
}

/** The same, for a page whose sentences come with it: both at once. */
export function wordyPage(path: string, fetchPage: FetchPage): LaterPage {
  const Page = lazy(async () => ({ default: await fetchPart(fetchPage) }));
  const Wordy = (): ReactNode => {
    begin(fetchPart(fetchPage));
    return <WholeLanguage><Page /></WholeLanguage>;
  };
  return { path, element: <Suspense fallback={<LoadingState />}><Wordy /></Suspense>, fetch: (locale) => { begin(Promise.all([fetchPart(fetchPage), loadWholeLanguage(locale)])); } };
}

/** The page of an address. Of two that fit, the first: `publications/themes` stands before `publications/:postId`. */
export function pageAt(pathname: string, pages: readonly LaterPage[]): LaterPage | null {
  return pages.find(({ path }) => matchPath(path.startsWith('/') ? path : `/o/:slug/${path}`, pathname) !== null) ?? null;
}

/** A fetch that fails now fails again where the page is drawn, and is told there. */
function begin(fetching: Promise<unknown>): void {
  fetching.catch(() => undefined);
}
