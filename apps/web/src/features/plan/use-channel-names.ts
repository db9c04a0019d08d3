import type { Channel } from '@portee/shared';
import { useCallback } from 'react';
import { useNetworks } from '../../api/organisation.queries.js';

/** « Facebook »; « Facebook, Centre culturel X » where two stand on one network: centres give every page the same name. Empty: it is not among them. */
export function useChannelNames(channels: readonly Channel[]): (channelId: string) => string {
  const networks = useNetworks();
  return useCallback((channelId) => {
    const channel = channels.find(({ id }) => id === channelId);
    if (channel === undefined) return '';
    const label = networks.data?.find(({ network }) => network === channel.network)?.label;
    if (label === undefined) return channel.name;
    return channels.filter(({ network }) => network === channel.network).length === 1 ? label : `${label}, ${channel.name}`;
  }, [networks.data, channels]);
}
