import { account } from './account.js';
import { app } from './app.js';
import { data } from './data.js';
import { imports } from './imports.js';
import { overview } from './overview.js';
import { posts } from './posts.js';
import { report } from './report.js';
import { settings } from './settings.js';

/** Every sentence of the web in French, the language that is written first. One file per feature. */
export const fr = { ...account, ...app, ...data, ...imports, ...overview, ...posts, ...report, ...settings };
