import { glossaryEn } from './glossary.en.js';
import { glossaryFr } from './glossary.fr.js';
import { glossaryNl } from './glossary.nl.js';

/** The words of Portée, each with its meaning. */
export const glossarySentences = { fr: glossaryFr, en: glossaryEn, nl: glossaryNl };
