import type { Locale } from '../contract/primitives.contract.js';
import { perLanguage } from '../messages/per-language.js';
import { planDocumentSentences } from '../messages/sentences/plan-document.js';
import { speaker, type Speak } from '../messages/speak.js';
import { translatorFor, type SharedKey, type Translator } from '../messages/translator.js';
import { writing, type Writing } from '../messages/writing.js';
import { adviceWords, type AdviceWords } from '../report/advice-words.js';

/** Everything the written plan says in one language: its page and its paper say the same. */
export interface PlanWords {
  locale: Locale;
  say: Speak<keyof typeof planDocumentSentences.fr>;
  t: Translator<SharedKey>;
  write: Writing;
  advice: AdviceWords;
}

/** The words of a language. */
export const planWords = perLanguage((locale): PlanWords => (
  { locale, say: speaker(planDocumentSentences, locale), t: translatorFor(locale), write: writing(locale), advice: adviceWords(locale) }
));
