import { createTranslator } from '@portee/shared';
import { en } from './en.js';
import { type CommandKey, fr } from './fr.js';

export type { CommandKey } from './fr.js';

/** Dutch follows; until then the terminal speaks French or English. */
const nl: Partial<Record<CommandKey, string>> = {};

/** Says the sentences of the command line in one language. */
export const commandTranslator = createTranslator({ fr, en, nl });
