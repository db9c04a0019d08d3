import type { Channel } from '@portee/shared';
import { useCallback } from 'react';
import { useNetworks } from '../../api/organisation.queries.js';

/** « Facebook »; the channel's own name where two stand on one network. */
export function useChannelNames(channels: readonly Channel[]): (channelId: string) => string {
  const networks = useNetworks();
  return useCallback((channelId) => {
    const channel = channels.find(({ id }) => id === channelId);
    if (channel === undefined) return '';
    const isAlone = channels.filter(({ network }) => network === channel.network).length === 1;
    return isAlone ? networks.data?.find(({ network }) => network === channel.network)?.label ?? channel.name : channel.name;
  }, [networks.data, channels]);
}
