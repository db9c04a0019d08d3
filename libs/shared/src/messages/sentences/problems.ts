import type { Sentences } from '../speak.js';
import { en } from './problems.en.js';
import { fr } from './problems.fr.js';
import { nl } from './problems.nl.js';

/** Every reason for which the API refuses. Another one needs its sentence in each language beside this file, and its status in the API's `problem-status.ts`. */
export type ProblemReason = keyof typeof fr;

export const problemSentences: Sentences<ProblemReason> = { fr, en, nl };
