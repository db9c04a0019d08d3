import type { Sentences } from '@portee/shared';
import { en } from './en.js';
import { fr, type MailKey } from './fr.js';
import { nl } from './nl.js';

/** What mails say, in every language. */
export const mailSentences: Sentences<MailKey> = { fr, en, nl };
export type { MailKey };
