import type { start as french } from '../fr/start.js';
import { account } from './account.js';
import { app } from './app.js';
import { hosting } from './hosting.js';
import { overview } from './overview.js';
import { settings } from './settings.js';

/** What the first pages say. */
export const start: Record<keyof typeof french, string> = { ...app, ...account, ...hosting, ...overview, ...settings };
