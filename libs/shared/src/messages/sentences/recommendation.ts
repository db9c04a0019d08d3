import { recommendationEn } from './recommendation.en.js';
import { recommendationFr } from './recommendation.fr.js';
import { recommendationNl } from './recommendation.nl.js';

/** How recommendations speak, on cards and in the PDF. A catalogue of its own: only the pages that show advice fetch it. */
export type AdviceKey = keyof typeof recommendationFr;
export const recommendationSentences = { fr: recommendationFr, en: recommendationEn, nl: recommendationNl };
