import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { firstLocale } from '../locales/kept-locale.js';
import { loadLanguage } from '../locales/language.js';
import { watchTheme } from '../ui/theme.js';
import '../ui/tokens.css';
import '../ui/latin-ext.css';
import '../ui/base.css';
import { Providers } from './providers.js';

watchTheme();
const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');
const language = await loadLanguage(firstLocale());
createRoot(root).render(<StrictMode><Providers language={language} /></StrictMode>);
