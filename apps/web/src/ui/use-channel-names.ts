import type { Channel, NetworkDescriptor } from '@portee/shared';
import { useCallback } from 'react';
import { useNetworks } from '../api/organisation.queries.js';

type Named = Pick<Channel, 'id' | 'name' | 'network'>;
type Naming = (channelId: string) => string;

/** « Facebook »; « Facebook, Centre culturel X » where two stand on one network: centres give every page the same name. Empty: it is not among them. */
export function useChannelNames(channels: readonly Named[]): Naming {
  return useNaming(channels, sayShort);
}

/** « Centre culturel X »; « Facebook, Centre culturel X » where another channel has that name too. */
export function useOwnNames(channels: readonly Named[]): Naming {
  return useNaming(channels, sayOwn);
}

interface Among { channels: readonly Named[]; networks: readonly NetworkDescriptor[] }

function useNaming(channels: readonly Named[], say: (channel: Named, among: Among) => string): Naming {
  const { data: networks } = useNetworks();
  return useCallback((channelId) => {
    const channel = channels.find(({ id }) => id === channelId);
    return channel === undefined ? '' : say(channel, { channels, networks: networks ?? [] });
  }, [networks, channels, say]);
}

function sayShort(channel: Named, { channels, networks }: Among): string {
  const label = labelOf(channel, networks);
  if (label === undefined) return channel.name;
  return channels.filter(({ network }) => network === channel.network).length === 1 ? label : `${label}, ${channel.name}`;
}

function sayOwn(channel: Named, { channels, networks }: Among): string {
  const label = labelOf(channel, networks);
  const isRepeated = channels.some(({ id, name }) => id !== channel.id && name === channel.name);
  return isRepeated && label !== undefined ? `${label}, ${channel.name}` : channel.name;
}

function labelOf({ network }: Named, networks: readonly NetworkDescriptor[]): string | undefined {
  return networks.find((one) => one.network === network)?.label;
}
