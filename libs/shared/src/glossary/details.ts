import type { Locale } from '../contract/primitives.contract.js';
import { perLanguage } from '../messages/per-language.js';
import { glossaryDetailsSentences } from '../messages/sentences/glossary-details.js';
import { speaker } from '../messages/speak.js';
import { MIN_POSTS } from '../metrics/median.js';
import { MIN_FOLLOWERS } from '../metrics/reach-rate.js';
import { MIN_LIKES } from '../metrics/shares-per-like.js';
import { anchorOfWord, meaningOf, type ExplainedWord, type Meaning } from './words.js';

type Part = 'people' | 'passedOn' | 'when' | 'work' | 'advice' | 'plan';
type Source = 'network' | 'made' | 'team' | 'both';
type Key = keyof typeof glossaryDetailsSentences.fr;

/** All that is said of a word. */
export interface WordDetails extends Meaning {
  anchor: string;
  /** Null: nothing is worked out. */
  formula: string | null;
  limits: string;
  source: string;
}

const parts: Record<Part, readonly ExplainedWord[]> = {
  people: ['reach', 'perHundred', 'typical', 'range', 'settled', 'counted', 'followers', 'reached28', 'viewsFromFollowers', 'paid', 'standIn', 'seam', 'dash'],
  passedOn: ['ratio', 'shareRate', 'call', 'series'],
  when: ['slot', 'holidays'],
  work: ['contacts', 'effort', 'perHour', 'perEuro'],
  advice: ['solid', 'toTest', 'noDifference', 'trend', 'tested'],
  plan: ['kept', 'objective', 'outcome'],
};
/** What is not worked out by Portée from readings. */
const sources: Partial<Record<ExplainedWord, Source>> = {
  reach: 'network', followers: 'network', reached28: 'network', paid: 'network', seam: 'network',
  call: 'both', holidays: 'team', effort: 'team', perHour: 'both', perEuro: 'both', kept: 'both', objective: 'both', outcome: 'both',
};
/** What the sentences name: the very limits that the formulas hold. */
const limits = { followers: MIN_FOLLOWERS, posts: MIN_POSTS, likes: MIN_LIKES };
const say = perLanguage((locale) => speaker(glossaryDetailsSentences, locale));

export function detailsOf(word: ExplainedWord, locale: Locale): WordDetails {
  const formula: string = `${word}.formula`;
  return {
    ...meaningOf(word, locale), anchor: anchorOfWord(word),
    formula: isKey(formula) ? say(locale)(formula) : null, limits: say(locale)(`${word}.limits`, limits), source: say(locale)(`source.${sources[word] ?? 'made'}`),
  };
}

const order: readonly Part[] = ['people', 'passedOn', 'when', 'work', 'advice', 'plan'];

/** Every word, in the order in which one meets them. */
export function glossaryParts(locale: Locale): { part: Part; title: string; words: WordDetails[] }[] {
  return order.map((part) => ({ part, title: say(locale)(`part.${part}`), words: parts[part].map((word) => detailsOf(word, locale)) }));
}

/** « Calcul », « Limites », « Source », and where all words are. */
export function glossaryLabels(locale: Locale): { formula: string; limits: string; source: string; all: string } {
  const speak = say(locale);
  return { formula: speak('label.formula'), limits: speak('label.limits'), source: speak('label.source'), all: speak('all') };
}

function isKey(key: string): key is Key {
  return key in glossaryDetailsSentences.fr;
}
