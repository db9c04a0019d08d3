import type { Locale } from '@portee/shared';

/** The sentences of one network, in one language. */
export interface NetworkSentences {
  /** What people call it: « Lettre d’information ». */
  name: string;
  /** What a person sees on this network's own screens when looking for the follower count. */
  whereFollowers: string;
  /** How to get the figures out of the network today. */
  howToExport: string;
  /** What the network's figures can and cannot tell, in a sentence or two. */
  limits: string;
}

/** French is written first; a key that Dutch lacks falls back to English. */
export interface NetworkMessages {
  fr: NetworkSentences;
  en: NetworkSentences;
  nl: Partial<NetworkSentences>;
}

/** One sentence of a network in a person's language. */
export function networkSentence(messages: NetworkMessages, key: keyof NetworkSentences, locale: Locale): string {
  return messages[locale][key] ?? messages.en[key];
}
