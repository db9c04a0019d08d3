import type { Locale, NetworkDescriptor } from '@portee/shared';
import type { ExportReader } from './core/export-reader.js';
import { type NetworkMessages, networkSentence } from './core/network-messages.js';
import { facebookDescriptor } from './facebook/facebook.descriptor.js';
import { facebookPostsExport } from './facebook/facebook.export.js';
import { facebookMessages } from './facebook/facebook.messages.js';
import { instagramDescriptor } from './instagram/instagram.descriptor.js';
import { instagramPostsExport } from './instagram/instagram.export.js';
import { instagramMessages } from './instagram/instagram.messages.js';
import { mastodonDescriptor } from './mastodon/mastodon.descriptor.js';
import { mastodonMessages } from './mastodon/mastodon.messages.js';
import { newsletterMessages } from './newsletter/newsletter.messages.js';
import { newsletterDescriptor } from './newsletter/newsletter.descriptor.js';
import { youtubeMessages } from './youtube/youtube.messages.js';
import { youtubeDescriptor } from './youtube/youtube.descriptor.js';

/** A network as the rest of Portée meets it: data, the readers of its files, and its own sentences. */
export interface RegisteredNetwork {
  descriptor: NetworkDescriptor;
  exportReaders: readonly ExportReader[];
  messages: NetworkMessages;
}

/** The only list of networks. */
export const registry: readonly RegisteredNetwork[] = [
  { descriptor: facebookDescriptor, exportReaders: [facebookPostsExport], messages: facebookMessages },
  { descriptor: instagramDescriptor, exportReaders: [instagramPostsExport], messages: instagramMessages },
  { descriptor: mastodonDescriptor, exportReaders: [], messages: mastodonMessages },
  { descriptor: youtubeDescriptor, exportReaders: [], messages: youtubeMessages },
  { descriptor: newsletterDescriptor, exportReaders: [], messages: newsletterMessages },
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

/** The same, named in a person's language. */
export function listNetworksIn(locale: Locale): readonly NetworkDescriptor[] {
  return registry.map(({ descriptor }) => ({ ...descriptor, label: networkName(descriptor.network, locale) }));
}

/** What people call a network in their language. */
export function networkName(network: string, locale: Locale): string {
  const found = findNetwork(network);
  return found === null ? network : networkSentence(found.messages, 'name', locale);
}
