import type { Catalogue } from '../catalogue.js';
import { account } from './account.js';
import { app } from './app.js';
import { data } from './data.js';
import { imports } from './imports.js';
import { overview } from './overview.js';
import { posts } from './posts.js';
import { report } from './report.js';
import { settings } from './settings.js';

/** Every sentence in English: complete, the compiler says so. */
export const en: Catalogue = { ...account, ...app, ...data, ...imports, ...overview, ...posts, ...report, ...settings };
