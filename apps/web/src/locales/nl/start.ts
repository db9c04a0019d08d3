import type { start as french } from '../fr/start.js';
import { account } from './account.js';
import { app } from './app.js';
import { overview } from './overview.js';

/** What the first pages say. */
export const start: Record<keyof typeof french, string> = { ...app, ...account, ...overview };
