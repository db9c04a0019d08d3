import type { ChannelOutlook } from '@portee/shared';
import { useCallback } from 'react';
import { useNetworks } from '../../api/organisation.queries.js';

/** « Instagram »; with the channel's own name where two stand on one network. */
export function usePlaceNames(outlooks: readonly ChannelOutlook[]): (outlook: ChannelOutlook) => string {
  const networks = useNetworks();
  return useCallback((outlook) => {
    const label = networks.data?.find(({ network }) => network === outlook.network)?.label ?? outlook.network;
    const isAlone = outlooks.filter(({ network }) => network === outlook.network).length === 1;
    return isAlone ? label : `${label}, ${outlook.channel}`;
  }, [networks.data, outlooks]);
}
