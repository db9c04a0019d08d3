import type { Channel } from '@portee/shared';
import { useSearchParams } from 'react-router';

/** Name of the channel in the address: `?canal=<id>`. */
export const CHANNEL_PARAMETER = 'canal';

/** The channel of the address; otherwise the main one, or the first of the list. Null: there is none. */
export function useChannel(channels: readonly Channel[]): Channel | null {
  const [parameters] = useSearchParams();
  return channelToShow(parameters.get(CHANNEL_PARAMETER), channels);
}

/** An address that names a channel of nobody shows the one that would be shown without it. */
export function channelToShow(asked: string | null, channels: readonly Channel[]): Channel | null {
  return channels.find(({ id }) => id === asked) ?? channels.find(({ isMain }) => isMain) ?? channels[0] ?? null;
}
