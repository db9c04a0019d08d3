import { boardEn } from './board.en.js';
import { boardFr } from './board.fr.js';

/** What the board document says. Dutch follows: what is missing falls back on English, sentence by sentence. */
const nl: Partial<Record<keyof typeof boardFr, string>> = {};

export const boardSentences = { fr: boardFr, en: boardEn, nl };
