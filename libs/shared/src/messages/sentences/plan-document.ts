import { planDocumentEn } from './plan-document.en.js';
import { planDocumentFr } from './plan-document.fr.js';
import { planDocumentNl } from './plan-document.nl.js';

/** What the written plan says. */
export const planDocumentSentences = { fr: planDocumentFr, en: planDocumentEn, nl: planDocumentNl };
