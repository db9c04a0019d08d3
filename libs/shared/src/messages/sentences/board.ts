import { boardEn } from './board.en.js';
import { boardFr } from './board.fr.js';
import { boardNl } from './board.nl.js';

/** What the board document says. */
export const boardSentences = { fr: boardFr, en: boardEn, nl: boardNl };
