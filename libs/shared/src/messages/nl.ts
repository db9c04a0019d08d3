import type { fr } from './fr.js';

/** Dutch follows: a sentence that is missing here is said in English. */
export const nl: Partial<Record<keyof typeof fr, string>> = {};
