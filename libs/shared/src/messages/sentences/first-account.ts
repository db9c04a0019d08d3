import type { Sentences } from '../speak.js';

/** What an unattended set-up calls things that nobody named. */
export const firstAccountSentences: Sentences<'organisation'> = {
  fr: { organisation: 'Notre organisation' },
  en: { organisation: 'Our organisation' },
  nl: { organisation: 'Onze organisatie' },
};
