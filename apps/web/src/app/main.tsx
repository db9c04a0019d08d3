import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { setRequestLanguage } from '../api/client.js';
import { prefetchPlace } from '../api/prefetch-place.js';
import { makeQueryClient } from '../api/query-client.js';
import { firstLocale } from '../locales/kept-locale.js';
import { loadLanguage } from '../locales/language.js';
import { watchTheme } from '../ui/theme.js';
import '../ui/tokens.css';
import '../ui/latin-ext.css';
import '../ui/base.css';
import { pageAt } from './later-page.js';
import { innerPages, outerPages } from './pages.js';
import { Providers } from './providers.js';

/** How long the page of an address may keep the frame waiting: on most lines both come together, and what is drawn once is drawn sooner. */
const PAGE_MS = 400;

watchTheme();
void begin();

/** A function, not the file itself: pages stand on what lies in this file's script, and would wait for it to have run to its end. */
async function begin(): Promise<void> {
  const root = document.querySelector('#root');
  if (root === null) throw new Error('index.html has no #root');
  const [locale, client] = [firstLocale(), makeQueryClient()];
  setRequestLanguage(locale);
  const page = pageAt(location.pathname, [...outerPages, ...innerPages]);
  prefetchPlace(client, location.pathname);
  // One that cannot be had is told where it is drawn.
  const fetching = page?.fetch(locale).catch(() => undefined);
  const language = await loadLanguage(locale);
  await Promise.race([fetching, new Promise((resolve) => { setTimeout(resolve, PAGE_MS); })]);
  createRoot(root).render(<StrictMode><Providers language={language} client={client} /></StrictMode>);
}
