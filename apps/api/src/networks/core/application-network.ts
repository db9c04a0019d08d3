import type { NetworkDescriptor } from '@portee/shared';

/**
 * Network whose application opens a channel: its own, or that of the network through which one signs in.
 * @param settings  the channel's; without a door, the first way counts
 */
export function applicationNetwork({ network, connect }: Pick<NetworkDescriptor, 'network' | 'connect'>, settings: Readonly<Record<string, string>>): string {
  const way = connect?.ways.find(({ door }) => door !== undefined && door === settings['door']) ?? connect?.ways[0];
  return way?.applicationOf ?? network;
}
