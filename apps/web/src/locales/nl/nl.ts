import type { Catalogue } from '../catalogue.js';

/** Sentences in Dutch. What is not here yet is said in English. */
export const nl: Partial<Catalogue> = {};
