import { account } from './account.js';
import { app } from './app.js';
import { hosting } from './hosting.js';
import { overview } from './overview.js';
import { settings } from './settings.js';

/** What the first pages say. */
export const start = { ...app, ...account, ...hosting, ...overview, ...settings };
