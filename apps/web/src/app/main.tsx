import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { askEarly } from '../api/ask-early.js';
import { setRequestLanguage } from '../api/client.js';
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

watchTheme();
const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');
const [locale, client] = [firstLocale(), makeQueryClient()];
setRequestLanguage(locale);
askEarly(client, location.pathname);
// Whoever comes for a page does not wait for it after having waited for who they are; the bare address leads to the overview.
pageAt(location.pathname === '/' ? '/o/-' : location.pathname, [...outerPages, ...innerPages])?.fetch(locale);
const language = await loadLanguage(locale);
createRoot(root).render(<StrictMode><Providers language={language} client={client} /></StrictMode>);
