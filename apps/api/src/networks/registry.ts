import { type Locale, type Network, type NetworkDescriptor, setSpaces } from '@portee/shared';
import { connectSentences, networkSentence } from './core/network-messages.js';
import type { RegisteredNetwork } from './core/registered-network.js';
import { blueskyNetwork } from './bluesky/bluesky.network.js';
import { facebookNetwork } from './facebook/facebook.network.js';
import { instagramNetwork } from './instagram/instagram.network.js';
import { mastodonNetwork } from './mastodon/mastodon.network.js';
import { newsletterNetwork } from './newsletter/newsletter.network.js';
import { peertubeNetwork } from './peertube/peertube.network.js';
import { youtubeNetwork } from './youtube/youtube.network.js';

/** The only list of networks, in the order in which lists show them: one line each. */
export const registry: readonly RegisteredNetwork[] = [
  facebookNetwork,
  instagramNetwork,
  mastodonNetwork,
  blueskyNetwork,
  youtubeNetwork,
  peertubeNetwork,
  newsletterNetwork,
];

const byNetwork = new Map(registry.map((entry) => [entry.descriptor.network, entry]));

/** The network of this name; null: there is none. */
export function findNetwork(network: string): RegisteredNetwork | null {
  return byNetwork.get(network) ?? null;
}

/** The network of a channel that exists as data. @throws Error for a name that no network has: a fault of ours, channels are checked when made */
export function networkOf(network: string): NetworkDescriptor {
  const found = findNetwork(network);
  if (found === null) throw new Error(`no network is called "${network}"`);
  return found.descriptor;
}

/** Every network as data, in the order in which lists show them. */
export function listNetworks(): readonly NetworkDescriptor[] {
  return registry.map(({ descriptor }) => descriptor);
}

/** The same in a person's language. */
export function listNetworksIn(locale: Locale): readonly Network[] {
  return registry.map(({ descriptor, messages }) => ({
    ...descriptor,
    label: networkSentence(messages, 'name', locale),
    sentences: { limits: setSpaces(networkSentence(messages, 'limits', locale), locale), howToExport: setSpaces(networkSentence(messages, 'howToExport', locale), locale), ...connectSentences(messages, locale) },
  }));
}

/** What people call a network in their language. */
export function networkName(network: string, locale: Locale): string {
  const found = findNetwork(network);
  return found === null ? network : networkSentence(found.messages, 'name', locale);
}
