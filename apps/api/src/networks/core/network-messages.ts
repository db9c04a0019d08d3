import { type Locale, type Network, setSpaces } from '@portee/shared';

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
  /** How to connect a channel. Absent where there is nothing to connect. */
  connect?: ConnectSentences;
}

/** What is said to whoever connects a channel of a network. */
export interface ConnectSentences {
  /** What to do, in order, each step a sentence or two. */
  steps: readonly string[];
  /** What the host of the installation does once, in order, to register an application there. */
  applicationSteps?: readonly string[];
  /** What each setting is called, and where to find it, by its name in the descriptor. */
  settings: Readonly<Record<string, { label: string; hint: string }>>;
}

/** French is written first; the other languages have every key of it. */
export type NetworkMessages = Readonly<Record<Locale, NetworkSentences>>;

/** One sentence of a network in a person's language. */
export function networkSentence(messages: NetworkMessages, key: Exclude<keyof NetworkSentences, 'connect'>, locale: Locale): string {
  return messages[locale][key];
}

/** What is said to whoever connects; nothing where there is nothing to connect. */
export function connectSentences(messages: NetworkMessages, locale: Locale): Pick<Network['sentences'], 'connectSteps' | 'applicationSteps' | 'settings'> {
  const said = messages[locale].connect;
  const set = (sentence: string): string => setSpaces(sentence, locale);
  const settings = Object.entries(said?.settings ?? {}).map(([name, { label, hint }]) => [name, { label: set(label), hint: set(hint) }]);
  return { connectSteps: (said?.steps ?? []).map(set), applicationSteps: (said?.applicationSteps ?? []).map(set), settings: Object.fromEntries(settings) };
}
