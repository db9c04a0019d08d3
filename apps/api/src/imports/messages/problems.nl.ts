import type { ProblemCatalogue } from './problem-reasons.js';

/** Dutch stands ready; a reason without its sentence here is said in English. */
export const nl: Partial<ProblemCatalogue> = {};
