import { glossaryDetailsEn } from './glossary-details.en.js';
import { glossaryDetailsFr } from './glossary-details.fr.js';
import { glossaryDetailsNl } from './glossary-details.nl.js';

/** How each figure is made, and what it cannot tell. */
export const glossaryDetailsSentences = { fr: glossaryDetailsFr, en: glossaryDetailsEn, nl: glossaryDetailsNl };
