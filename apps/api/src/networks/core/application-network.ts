import type { NetworkDescriptor } from '@portee/shared';

type Opened = Pick<NetworkDescriptor, 'network' | 'connect'>;
type Settings = Readonly<Record<string, string>>;

/**
 * Network whose application opens a channel: its own, or that of the network through which one signs in.
 * @param settings  the channel's; without a door, the first way counts
 */
export function applicationNetwork(descriptor: Opened, settings: Settings): string {
  return wayBy(descriptor, settings)?.applicationOf ?? descriptor.network;
}

/** Who asks a person for their account, where it is not called as the application's network: Google; otherwise null. */
export function accountAt(descriptor: Opened, settings: Settings): string | null {
  return wayBy(descriptor, settings)?.accountAt ?? null;
}

function wayBy({ connect }: Opened, settings: Settings): NonNullable<Opened['connect']>['ways'][number] | undefined {
  return connect?.ways.find(({ door }) => door !== undefined && door === settings['door']) ?? connect?.ways[0];
}
