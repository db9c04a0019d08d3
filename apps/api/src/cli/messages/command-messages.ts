import { createTranslator } from '@portee/shared';
import { en } from './en.js';
import { fr } from './fr.js';
import { nl } from './nl.js';

export type { CommandKey } from './fr.js';

/** Says the sentences of the command line in one language. */
export const commandTranslator = createTranslator({ fr, en, nl });
