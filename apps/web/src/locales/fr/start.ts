import { account } from './account.js';
import { app } from './app.js';
import { overview } from './overview.js';

/** What the first pages say. */
export const start = { ...app, ...account, ...overview };
