import type { Locale } from '@portee/shared';
import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react';
import { fetchPart } from '../api/fetch-part.js';
import { loadWholeLanguage } from '../locales/language.js';
import { WholeLanguage } from '../locales/translation.js';
import { LoadingState } from '../ui/states.js';
import { isAt } from './early-paths.js';

/** A page whose script is fetched when somebody goes there. */
export interface LaterPage {
  /** Under `/o/:slug`, or from the root. */
  path: string;
  element: ReactNode;
  /** Fetches its script, and its sentences where it says more than the first pages. One that fails now fails again where the page is drawn, and is told there. */
  fetch: (locale: Locale) => Promise<unknown>;
}

type FetchPage = () => Promise<ComponentType>;

/** A page that says only what the first pages say. */
export function laterPage(path: string, fetchPage: FetchPage): LaterPage {
  const { Page, fetch } = later(fetchPage);
  return { path, element: <Suspense fallback={<LoadingState />}><Page /></Suspense>, fetch };
}

/** The same, for a page whose sentences come with it: both at once. */
export function wordyPage(path: string, fetchPage: FetchPage): LaterPage {
  const { Page, fetch } = later(fetchPage);
  const Wordy = (): ReactNode => {
    fetch().catch(() => undefined);
    return <WholeLanguage><Page /></WholeLanguage>;
  };
  return { path, element: <Suspense fallback={<LoadingState />}><Wordy /></Suspense>, fetch: (locale) => Promise.all([fetch(), loadWholeLanguage(locale)]) };
}

/** The page of an address. Of two that fit, the first: `publications/themes` stands before `publications/:postId`. */
export function pageAt(pathname: string, pages: readonly LaterPage[]): LaterPage | null {
  return pages.find(({ path }) => isAt(path, pathname)) ?? null;
}

/** One that is here already is drawn at once: what waits, even for nothing, shows that it waits for 300 ms, by a rule of React's. */
function later(fetchPage: FetchPage): { Page: ComponentType; fetch: () => Promise<unknown> } {
  let known: ComponentType | null = null;
  const fetch = async (): Promise<ComponentType> => {
    known = await fetchPart(fetchPage);
    return known;
  };
  const Awaited = lazy(async () => ({ default: await fetch() }));
  const Page = (): ReactNode => {
    // Chosen once: the page that came through the wait stays the same one afterwards.
    const [Shown] = useState<ComponentType>(() => known ?? Awaited);
    return <Shown />;
  };
  return { Page, fetch };
}
